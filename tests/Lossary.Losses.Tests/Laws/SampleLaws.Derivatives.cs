using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <content>First and second derivatives.</content>
public abstract partial class SampleLaws<TLoss>
{
    /// <summary>Of the difference quotients; small where derivatives grow towards the ends of a short domain.</summary>
    private static double Step => Card.Prediction == Domain.Unit ? 2e-5 : 1e-3;

    [Fact]
    public void Slope_is_the_difference_quotient_of_the_value()
    {
        foreach ((double x, double t) in SmoothPoints(4 * Step))
        {
            double quotient = Quotient(y => Value(y, t), x);
            double absolute = 1e-9 * (1 + Math.Abs(Value(x, t)));
            Close.Check(quotient, Slope(x, t), 1e-7, absolute, $"L'({x:R}, {t:R})");
        }
    }

    [Fact]
    public void Curvature_is_the_difference_quotient_of_the_slope()
    {
        foreach ((double x, double t) in SmoothPoints(4 * Step))
        {
            double quotient = Quotient(y => Slope(y, t), x);
            double absolute = 1e-9 * (1 + Math.Abs(Slope(x, t)));
            Close.Check(quotient, Curvature(x, t), 1e-7, absolute, $"L''({x:R}, {t:R})");
        }
    }

    [Fact]
    public void Slope_is_what_the_formula_says_when_it_differentiates_itself()
    {
        foreach ((double x, double t) in SmoothPoints(1e-9))
        {
            Dual<Scalar<double>> derived = TLoss.ValueAt(
                Subject,
                Dual<Scalar<double>>.Variable(new Scalar<double>(x)),
                Dual<Scalar<double>>.Fixed(new Scalar<double>(t)));
            Close.Check(derived.Slope.Number, Slope(x, t), 1e-11, 1e-11, $"L'({x:R}, {t:R})");
        }
    }

    [Fact]
    public void Curvature_is_what_the_formula_says_when_it_differentiates_itself()
    {
        foreach ((double x, double t) in SmoothPoints(1e-9))
        {
            Jet<Scalar<double>> derived = TLoss.ValueAt(
                Subject,
                Jet<Scalar<double>>.Variable(new Scalar<double>(x)),
                Jet<Scalar<double>>.Fixed(new Scalar<double>(t)));
            Close.Check(derived.Slope.Number, Slope(x, t), 1e-11, 1e-11, $"L'({x:R}, {t:R})");
            Close.Check(derived.Curvature.Number, Curvature(x, t), 1e-10, 1e-10, $"L''({x:R}, {t:R})");
        }
    }

    [Fact]
    public void Value_slope_and_curvature_are_the_same_however_many_are_asked_for()
    {
        foreach ((double x, double t) in Points())
        {
            Scalar<double> prediction = new(x);
            Scalar<double> target = new(t);
            Dual<Scalar<double>> dual = TLoss.SlopeAt(Subject, prediction, target);
            Jet<Scalar<double>> jet = TLoss.CurvatureAt(Subject, prediction, target);
            Close.Check(Value(x, t), dual.Value.Number, 1e-13, 1e-15, $"L({x:R}, {t:R}) with a slope");
            Close.Check(Value(x, t), jet.Value.Number, 1e-13, 1e-15, $"L({x:R}, {t:R}) with a curvature");
            if (KinksAt(t).All(kink => kink != x))
            {
                Close.Check(dual.Slope.Number, jet.Slope.Number, 1e-12, 1e-14, $"L'({x:R}, {t:R}) with a curvature");
            }
        }
    }

    [Fact]
    public void Slope_at_a_kink_lies_between_those_of_its_sides()
    {
        foreach (double t in Targets)
        {
            foreach (double kink in KinksAt(t))
            {
                double left = Slope(Math.BitDecrement(kink) - 1e-12, t);
                double right = Slope(Math.BitIncrement(kink) + 1e-12, t);
                double at = Slope(kink, t);
                double slack = 1e-9 * (1 + Math.Abs(left) + Math.Abs(right));
                Close.Claim(
                    at >= Math.Min(left, right) - slack && at <= Math.Max(left, right) + slack,
                    $"L'({kink:R}, {t:R}) is {at:R}, but {left:R} to the left and {right:R} to the right");
                double inBatch =
                    TLoss.CurvatureAt(Subject, new Scalar<double>(kink), new Scalar<double>(t)).Slope.Number;
                Close.Claim(
                    inBatch >= Math.Min(left, right) - slack && inBatch <= Math.Max(left, right) + slack,
                    $"L'({kink:R}, {t:R}) with a curvature is {inBatch:R}, no subgradient");
            }
        }
    }

    /// <summary>
    /// The central difference quotient of fourth order, with shorter steps near an end of the domain.
    /// </summary>
    private static double Quotient(Func<double, double> f, double x)
    {
        double room = Math.Min(x - Card.Prediction.Low, Card.Prediction.High - x);
        double step = Step * Math.Min(1, room);
        return ((8 * (f(x + step) - f(x - step))) - (f(x + (2 * step)) - f(x - (2 * step)))) / (12 * step);
    }
}
