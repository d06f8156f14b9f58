namespace Lossary.Losses.Tests;

/// <content>What the best constant prediction is.</content>
public abstract partial class SampleLaws<TLoss>
{
    [Fact]
    public void Best_constant_is_the_functional_claimed()
    {
        if (Traits.Functional == Functional.Unnamed)
        {
            return;
        }

        double[] sample = SkewedSample();
        double expected = Traits.Functional switch
        {
            Functional.Mean => sample.Average(),
            Functional.Median => Quantile(sample, 0.5),
            Functional.Quantile => Quantile(sample, Traits.Level),
            Functional.GeometricMean => Math.Exp(sample.Average(Math.Log)),
            _ => Expectile(sample, Traits.Level),
        };
        double best = OnTargetScale(Best(z => sample.Sum(t => Value(z, t))));
        Close.Check(expected, best, 1e-5, 1e-5, $"the best constant");
    }

    [Fact]
    public void Truth_is_the_only_best_probability_where_claimed()
    {
        if (Traits.IsProper && double.IsFinite(Card.Target.High))
        {
            foreach (double p in new[] { 0.08, 0.3, 0.5, 0.77 })
            {
                double best = OnTargetScale(Best(z => Risk(z, p)));
                Close.Check(p, best, 1e-5, 1e-5, $"the best probability");
            }
        }
    }

    [Fact]
    public void Best_score_has_the_sign_of_the_likelier_class_where_claimed()
    {
        if (Traits.IsCalibrated)
        {
            foreach (double p in new[] { 0.1, 0.45, 0.55, 0.9 })
            {
                double positive = Scores().Min(z => Risk(OfScore(z), p));
                double negative = Scores().Min(z => Risk(OfScore(-z), p));
                Close.Claim(
                    p > 0.5 ? positive < negative - 1e-6 : negative < positive - 1e-6,
                    $"at p = {p:R} a positive score costs {positive:R}, a negative one {negative:R}");
            }
        }
    }

    [Fact]
    public void Classes_share_the_cost_evenly_where_claimed()
    {
        if (Traits.IsNoiseSymmetric)
        {
            double sum = 2 * Risk(0, 0.5);
            foreach (double z in Axis())
            {
                Close.Check(sum, 2 * Risk(z, 0.5), 1e-12, 1e-12, $"the sum over the classes at {z:R}");
            }
        }
    }

    /// <summary>The expected loss where the positive class has probability p.</summary>
    private double Risk(double prediction, double p) =>
        (p * Value(prediction, Card.Target.High)) + ((1 - p) * Value(prediction, Card.Target.Low));

    /// <summary>A prediction on the side of the score: above or below ½ where predictions are probabilities.</summary>
    private static double OfScore(double z) => Card.Prediction == Domain.Unit ? 0.5 + (z / 41) : z;

    private static IEnumerable<double> Scores() => Enumerable.Range(0, 4001).Select(i => i * 0.005);

    private static double OnTargetScale(double raw) => Card.Link switch
    {
        Link.Log => Math.Exp(raw),
        Link.Logit => 1 / (1 + Math.Exp(-raw)),
        _ => raw,
    };

    /// <summary>101 numbers with a long tail, so that mean, median, quantiles and expectiles all differ.</summary>
    private static double[] SkewedSample()
    {
        Domain domain = Card.Target;
        bool isUnit = double.IsFinite(domain.High);
        return
        [
            .. Enumerable.Range(0, 101).Select(i => (i + 0.5) / 101)
                .Select(u => isUnit ? u * u * u : -Math.Log(1 - u) * (1 + u)),
        ];
    }

    private static double Quantile(double[] sorted, double level) =>
        sorted[(int)Math.Ceiling(level * sorted.Length) - 1];

    /// <summary>The root of Σ |level − 1[t &lt; e]| (t − e), by bisection.</summary>
    private static double Expectile(double[] sample, double level)
    {
        (double low, double high) = (sample.Min(), sample.Max());
        for (int step = 0; step < 200; step++)
        {
            double e = (low + high) / 2;
            double pull = sample.Sum(t => (t < e ? 1 - level : level) * (t - e));
            (low, high) = pull > 0 ? (e, high) : (low, e);
        }

        return low;
    }

    /// <summary>Where a function of one hump is least: the best of a grid, then golden sections around it.</summary>
    private static double Best(Func<double, double> f)
    {
        double from = Math.Max(-30, Card.Prediction.Low + 1e-9);
        double to = Math.Min(30, Card.Prediction.High - 1e-9);
        double spacing = (to - from) / 600;
        double start = Enumerable.Range(0, 601).Select(i => from + (i * spacing)).MinBy(f);
        (double low, double high) = (Math.Max(from, start - spacing), Math.Min(to, start + spacing));
        double ratio = (Math.Sqrt(5) - 1) / 2;
        for (int step = 0; step < 90; step++)
        {
            double left = high - (ratio * (high - low));
            double right = low + (ratio * (high - low));
            (low, high) = f(left) <= f(right) ? (low, right) : (left, high);
        }

        return (low + high) / 2;
    }
}
