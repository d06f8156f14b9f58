namespace Lossary.Losses.Tests;

/// <content>NaN, infinity, and numbers near the ends of the format.</content>
public abstract partial class SampleLaws<TLoss>
{
    [Fact]
    public void NaN_in_a_prediction_comes_out_as_NaN()
    {
        foreach (double t in Targets)
        {
            CheckNaN(double.NaN, t);
        }
    }

    [Fact]
    public void NaN_in_a_target_comes_out_as_NaN()
    {
        foreach (double x in Axis(2))
        {
            CheckNaN(x, double.NaN);
        }
    }

    [Fact]
    public void Infinite_prediction_costs_what_huge_ones_tend_to_or_is_not_finite()
    {
        foreach (double t in Targets)
        {
            foreach (double sign in new[] { -1.0, 1 })
            {
                double far = sign * Math.Min(Reach, 1e300);
                if (!Card.Prediction.Contains(far))
                {
                    continue;
                }

                double value = Value(sign * double.PositiveInfinity, t);
                double slope = Slope(sign * double.PositiveInfinity, t);
                Close.Claim(!IsBoundedBelow || !double.IsNegativeInfinity(value), $"L at infinity is {value}");
                Close.Claim(
                    !double.IsFinite(value) || Close.Are(Value(far, t), value, 1e-9, 1e-9),
                    $"L at infinity is {value:R}, but {Value(far, t):R} at {far}");
                Close.Claim(
                    !double.IsFinite(slope) || Close.Are(Slope(far, t), slope, 1e-9, 1e-9),
                    $"L' at infinity is {slope:R}, but {Slope(far, t):R} at {far}");
            }
        }
    }

    [Fact]
    public void Finite_stays_finite_in_double()
    {
        foreach ((double x, double t) in ExtremePoints(1e300))
        {
            // From the claims: |L| ≤ |L(c)| + K |x − c|, or with L″ ≤ K a parabola.
            double distance = Math.Abs(x) + Math.Abs(t);
            double bound = Traits.IsBounded || !double.IsPositiveInfinity(Reach) ? 1
                : double.IsFinite(Traits.LipschitzConstant) ? Traits.LipschitzConstant * distance
                : double.IsFinite(Traits.SmoothnessConstant) ? Traits.SmoothnessConstant * distance * distance
                : distance;
            if (bound < 1e307)
            {
                Close.Claim(double.IsFinite(Value(x, t)), $"L({x:R}, {t:R}) is {Value(x, t)}");
            }

            Close.Claim(!double.IsNaN(Value(x, t)), $"L({x:R}, {t:R}) is NaN");
            Close.Claim(double.IsFinite(Slope(x, t)), $"L'({x:R}, {t:R}) is {Slope(x, t)}");
            Close.Claim(double.IsFinite(Curvature(x, t)), $"L''({x:R}, {t:R}) is {Curvature(x, t)}");
        }
    }

    [Fact]
    public void Finite_stays_finite_in_float_where_the_exact_value_is()
    {
        (double Prediction, double Target)[] points = [.. ExtremePoints(1e30)];
        float[] predictions = [.. points.Select(p => (float)p.Prediction)];
        float[] targets = [.. points.Select(p => (float)p.Target)];
        float[] values = new float[points.Length];
        float[] gradient = new float[points.Length];
        float[] curvature = new float[points.Length];
        Subject.Evaluate(new LossBatch<float>
        {
            Predictions = predictions,
            Targets = targets,
            Values = values,
            Gradient = gradient,
            Curvature = curvature,
            Reduction = Reduction.Sum,
        });
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double t) = (predictions[i], targets[i]);
            CheckFloat(Value(x, t), values[i], $"float L({x:R}, {t:R})");
            CheckFloat(Slope(x, t), gradient[i], $"float L'({x:R}, {t:R})");
            CheckFloat(Curvature(x, t), curvature[i], $"float L''({x:R}, {t:R})");
        }
    }

    private static void CheckFloat(double exact, float found, FormattableString what)
    {
        Close.Claim(!float.IsNaN(found), $"{what} is NaN");
        if (Math.Abs(exact) < 1e38)
        {
            Close.Claim(float.IsFinite(found), $"{what} is {found}, exactly {exact:R}");
        }
    }

    private void CheckNaN(double prediction, double target)
    {
        double[] gradient = new double[1];
        double[] curvature = new double[1];
        double value = Subject.Evaluate(new LossBatch<double>
        {
            Predictions = [prediction],
            Targets = [target],
            Gradient = gradient,
            Curvature = curvature,
        }).Sum;
        Close.Claim(double.IsNaN(value), $"L({prediction}, {target}) is {value:R}");
        Close.Claim(double.IsNaN(gradient[0]), $"L'({prediction}, {target}) is {gradient[0]:R} beside a curvature");
        Subject.Evaluate(new LossBatch<double> { Predictions = [prediction], Targets = [target], Gradient = gradient });
        Close.Claim(double.IsNaN(gradient[0]), $"L'({prediction}, {target}) is {gradient[0]:R}");
    }

    private IEnumerable<(double Prediction, double Target)> ExtremePoints(double end)
    {
        foreach (double t in Targets)
        {
            foreach (double x in FarAxis(end).Concat([0, 1e-30, -1e-30, 1, -1, t]).Where(Card.Prediction.Contains))
            {
                if (!IsInfinite(x, t))
                {
                    yield return (x, t);
                }
            }
        }
    }
}
