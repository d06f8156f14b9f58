namespace Lossary.Losses.Tests;

/// <content>Claims about the shape of a section, the loss as a function of its prediction.</content>
public abstract partial class SampleLaws<TLoss>
{
    [Fact]
    public void Convexity_is_as_claimed()
    {
        double worst = 0;
        FormattableString where = $"";
        foreach (double t in SectionTargets)
        {
            (double X, double Value)[] points = [.. Axis().Concat(FarAxis(1e6)).Select(x => (x, Value(x, t)))];
            foreach ((double a, double atA) in points)
            {
                foreach ((double b, double atB) in points.Where(p => p.X > a))
                {
                    double above = Value((a + b) / 2, t) - ((atA + atB) / 2);
                    double relative = above / (1 + Math.Abs(atA) + Math.Abs(atB));
                    if (relative > worst)
                    {
                        (worst, where) = (relative, $"between {a:R} and {b:R}, target {t:R}");
                    }
                }
            }
        }

        Close.Claim(
            Traits.IsConvex == (worst < 1e-13),
            $"IsConvex is {Traits.IsConvex}, but the graph is {worst:R} above a chord {where}");
    }

    [Fact]
    public void Strict_convexity_holds_where_claimed()
    {
        if (Traits.IsStrictlyConvex)
        {
            Assert.True(Traits.IsConvex);
            double half = Card.Prediction == Domain.Unit ? 0.01 : 1;
            foreach ((double x, double t) in Sections(6).Where(
                point => Card.Prediction.Contains(point.Prediction - half) && Card.Prediction.Contains(point.Prediction + half)))
            {
                double chord = (Value(x - half, t) + Value(x + half, t)) / 2;
                Close.Claim(Value(x, t) < chord, $"the graph touches its chord at {x:R}, target {t:R}");
            }
        }
    }

    [Fact]
    public void Strong_convexity_is_the_least_curvature()
    {
        if (Traits.StrongConvexity > 0)
        {
            double least = Curvatures().Min();
            Close.Check(Traits.StrongConvexity, least, 1e-9, 0, $"the least curvature");
        }
    }

    [Fact]
    public void Curvature_is_bounded_as_claimed()
    {
        if (double.IsFinite(Traits.SmoothnessConstant))
        {
            double most = Curvatures().Max(Math.Abs);
            Close.Claim(
                most <= Traits.SmoothnessConstant * (1 + 1e-12) && most >= 0.99 * Traits.SmoothnessConstant,
                $"|L''| reaches {most:R}, claimed is {Traits.SmoothnessConstant:R}");
        }
    }

    [Fact]
    public void Slope_is_bounded_as_claimed()
    {
        double most = Sections(60).Concat(FarSections()).Concat(Sections(12).Select(p => (p.Prediction / 5, p.Target)))
            .Select(p => Math.Abs(Slope(p.Item1, p.Item2))).Where(s => !double.IsNaN(s)).Max();
        if (double.IsFinite(Traits.LipschitzConstant))
        {
            Close.Claim(
                most <= Traits.LipschitzConstant * (1 + 1e-12) && most >= 0.99 * Traits.LipschitzConstant,
                $"|L'| reaches {most:R}, claimed is {Traits.LipschitzConstant:R}");
        }
        else if (Traits.Smoothness >= 0)
        {
            Close.Claim(most >= 1e3, $"|L'| reaches no more than {most:R}, but no bound is claimed");
        }
    }

    [Fact]
    public void Derivatives_jump_only_at_kinks_and_only_of_the_order_claimed()
    {
        bool smooth = Traits.Smoothness == int.MaxValue;
        bool jumped = false;
        foreach (double t in SectionTargets)
        {
            foreach (double kink in KinksAt(t))
            {
                Close.Claim(!smooth, $"there is a kink at {kink:R}, but every derivative is claimed");
                const double Near = 1e-7;
                double[] jumps =
                [
                    Value(kink + Near, t) - Value(kink - Near, t),
                    Slope(kink + Near, t) - Slope(kink - Near, t),
                    Curvature(kink + Near, t) - Curvature(kink - Near, t),
                ];
                for (int order = 0; order <= Math.Min(2, Traits.Smoothness); order++)
                {
                    Close.Claim(
                        Math.Abs(jumps[order]) < 1e-5,
                        $"derivative {order} jumps by {jumps[order]:R} at {kink:R}, target {t:R}");
                }

                jumped |= Traits.Smoothness >= 2 || Math.Abs(jumps[Traits.Smoothness + 1]) > 1e-3;
            }
        }

        Close.Claim(smooth || jumped, $"no derivative of order {Traits.Smoothness + 1} jumps at a kink");
    }

    [Fact]
    public void Bound_holds_where_claimed()
    {
        if (Traits.IsBounded)
        {
            foreach (double t in SectionTargets)
            {
                double[] far = [.. FarAxis().Select(x => Value(x, t))];
                double near = Axis().Max(x => Value(x, t));
                Close.Claim(
                    far.All(value => value <= (2 * near) + 100 && double.IsFinite(value)),
                    $"L reaches {far.Max():R}, though it is claimed to be bounded");
                Assert.Equal(Value(1e15, t), Value(1e30, t), 1e-9);
                Assert.Equal(Value(-1e15, t), Value(-1e30, t), 1e-9);
            }
        }
    }

    [Fact]
    public void Outliers_are_forgotten_where_claimed()
    {
        if (Traits.IsRedescending)
        {
            foreach (double t in SectionTargets)
            {
                double most = Axis().Max(x => Math.Abs(Slope(x, t)));
                foreach (double sign in new[] { -1.0, 1 })
                {
                    double middle = Math.Abs(Slope(sign * 1e6, t));
                    double far = Math.Abs(Slope(sign * 1e30, t));
                    Close.Claim(
                        middle < 0.5 * most && far < 1e-4 * most,
                        $"|L'| reaches {most:R}; at {sign}e6 it is {middle:R}, at {sign}e30 {far:R}, target {t:R}");
                }
            }
        }
    }

    /// <summary>The predictions near 0 of every section, kinks left out.</summary>
    private IEnumerable<(double Prediction, double Target)> Sections(double end) =>
        SectionTargets.SelectMany(t => Axis(end).Where(x => Math.Abs(x) <= Reach)
            .Where(x => KinksAt(t).All(kink => kink != x)).Select(x => (x, t)));

    private IEnumerable<(double Prediction, double Target)> FarSections() =>
        SectionTargets.SelectMany(t => FarAxis().Concat(Ends()).Select(x => (x, t)));

    private static IEnumerable<double> Ends() =>
        new[] { Card.Prediction.Low, Card.Prediction.High }.Where(x => double.IsFinite(x) && Card.Prediction.Contains(x));

    private IEnumerable<double> Curvatures() => Sections(12)
        .Concat(SectionTargets.Select(t => (1e-9, t)).Where(p => Card.Prediction.Contains(p.Item1)))
        .Concat(SectionTargets.Where(Card.Prediction.Contains).Select(t => (t + 1e-9, t)))
        .Select(p => Curvature(p.Item1, p.Item2));
}
