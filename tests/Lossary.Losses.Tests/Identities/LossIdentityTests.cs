namespace Lossary.Losses.Tests;

/// <summary>Losses that are one another's special cases, values and gradients, by their names in the catalogue.</summary>
public sealed class LossIdentityTests
{
    private static readonly double[] s_residuals = [-7.3, -2, -1.1, -0.4, -1e-6, 0, 1e-5, 0.3, 1.01, 1.9, 6.1];
    private static readonly double[] s_scores = [-9, -2.5, -1.01, -0.3, 0.2, 0.7, 1.6, 4, 12];

    [Theory]
    [InlineData("power:p=1", "absolute", 1)]
    [InlineData("power:p=2", "squared", 1)]
    [InlineData("charbonnier:epsilon=0.7", "pseudo-huber:delta=0.7", 1 / 0.7)]
    [InlineData("charbonnier:epsilon=1e-12", "absolute", 1)]
    [InlineData("quantile-huber:level=0.5,delta=0.8", "huber:delta=0.8", 0.5)]
    [InlineData("quantile-huber:level=0.8,delta=1e12", "expectile:level=0.8", 0.5)]
    [InlineData("quantile-huber:level=0.8,delta=1e-12", "quantile:level=0.8", 1e-12)]
    [InlineData("huber:delta=1e12", "half-squared", 1)]
    [InlineData("smooth-l1:beta=1e-13", "absolute", 1)]
    [InlineData("barron:alpha=2,c=1", "half-squared", 1)]
    [InlineData("barron:alpha=1,c=0.7", "charbonnier:epsilon=0.7", 1 / 0.7)]
    [InlineData("squared-epsilon-insensitive:epsilon=0", "squared", 1)]
    [InlineData("reverse-huber:c=1e12", "absolute", 1)]
    [InlineData("fair:c=1e9", "half-squared", 1)]
    public void Losses_of_residuals_meet(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_residuals, [0]);

    [Theory]
    [InlineData("ramp:s=-1e6", "hinge", 1)]
    [InlineData("smoothed-hinge:smoothing=1e-9", "hinge", 1)]
    public void Losses_of_margins_meet(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_scores, [-1, 1]);

    [Theory]
    [InlineData("squared-margin", "squared", 1)]
    public void Squared_margin_is_the_squared_error_of_the_score(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_scores, [-1, 1]);

    [Theory]
    [InlineData("cost-sensitive:miss=3,alarm=1", "weighted-binary-cross-entropy:positive-weight=3", 1)]
    [InlineData("cost-sensitive:miss=1,alarm=1", "binary-cross-entropy", 1)]
    [InlineData("binary-focal:gamma=0,balanced=0", "binary-cross-entropy", 1)]
    [InlineData("poly-1-focal:epsilon=0,gamma=2", "binary-focal:gamma=2,balanced=0", 1)]
    [InlineData("asymmetric:gamma-positive=2,gamma-negative=2,margin=0", "binary-focal:gamma=2,balanced=0", 1)]
    public void Losses_of_logits_meet(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_scores, [0, 0.3, 1]);

    [Theory]
    [InlineData("quality-focal:beta=2", "binary-focal:gamma=2,balanced=0", 1)]
    [InlineData("varifocal:alpha=1,gamma=0", "binary-cross-entropy", 1)]
    public void Losses_of_shares_meet_at_labels(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_scores, [0, 1]);

    [Theory]
    [InlineData("weibull:k=1", "gamma", 1)]
    public void Losses_of_amounts_meet(string loss, string other, double factor) =>
        Meet(loss, other, factor, s_scores, [0.4, 2.5]);

    [Fact]
    public void Tweedie_runs_from_Poisson_to_gamma()
    {
        // The values differ by terms of the target and constants, 1/(2 − p) among them; the gradients meet.
        ISampleLoss nearOne = Create("tweedie:power=1.000001"), nearTwo = Create("tweedie:power=1.999999");
        foreach (double z in new[] { -1.5, 0.3, 2 })
        {
            Close.Check(Create("poisson").At(z, 1.7).Slope, nearOne.At(z, 1.7).Slope, 1e-4, 1e-4, $"Poisson at {z:R}");
            Close.Check(Create("gamma").At(z, 1.7).Slope, nearTwo.At(z, 1.7).Slope, 1e-4, 1e-4, $"gamma at {z:R}");
        }
    }

    [Fact]
    public void Itakura_Saito_is_half_the_gamma_deviance()
    {
        ISampleLoss ratio = Create("itakura-saito"), gamma = Create("gamma");
        foreach (double p in new[] { 0.2, 1.3, 8 })
        {
            double expected = gamma.At(Math.Log(p), 2.5).Value - gamma.At(Math.Log(2.5), 2.5).Value;
            Assert.Equal(expected, ratio.At(p, 2.5).Value, 1e-14);
        }
    }

    [Theory]
    [InlineData("focal:gamma=0", "cross-entropy", 1)]
    [InlineData("generalised-cross-entropy:q=1e-12", "cross-entropy", 1)]
    [InlineData("generalised-cross-entropy:q=1", "class-absolute", 0.5)]
    [InlineData("taylor-cross-entropy:n=1", "class-absolute", 0.5)]
    [InlineData("symmetric-cross-entropy:alpha=1,beta=0", "cross-entropy", 1)]
    [InlineData("symmetric-cross-entropy:alpha=0,beta=1,a=-2", "class-absolute", 1)]
    [InlineData("poly-1:epsilon=0", "cross-entropy", 1)]
    [InlineData("confidence-penalty:beta=0", "cross-entropy", 1)]
    [InlineData("soft-bootstrapping:beta=1", "cross-entropy", 1)]
    [InlineData("soft-bootstrapping:beta=0", "entropy", 1)]
    public void Losses_of_classes_meet(string loss, string other, double factor)
    {
        double[] scores = [0.3, -1.2, 2, 1.1, 0.4, -0.7, 0.1, -3];
        (double[] values, double[] gradient) = Rows(loss, scores, 4, [2, 0]);
        (double[] expected, double[] slopes) = Rows(other, scores, 4, [2, 0]);
        ClassOutcome.Close([.. expected.Select(value => factor * value)], values, 1e-10, 1e-12);
        ClassOutcome.Close([.. slopes.Select(slope => factor * slope)], gradient, 1e-10, 1e-12);
    }

    [Fact]
    public void On_two_classes_the_earth_movers_distance_is_half_the_absolute_error()
    {
        double[] scores = [0.3, -1.2, 2, 1.1];
        (double[] values, double[] gradient) = Rows("earth-movers", scores, 2, [0, 1]);
        (double[] expected, double[] slopes) = Rows("class-absolute", scores, 2, [0, 1]);
        ClassOutcome.Close([.. expected.Select(value => value / 2)], values, 1e-13, 1e-15);
        ClassOutcome.Close([.. slopes.Select(slope => slope / 2)], gradient, 1e-13, 1e-15);
    }

    private static void Meet(string loss, string other, double factor, double[] predictions, double[] targets)
    {
        ISampleLoss one = Create(loss), two = Create(other);
        foreach (double t in targets)
        {
            foreach (double x in predictions)
            {
                LossPoint here = one.At(x, t), there = two.At(x, t);
                Close.Check(factor * there.Value, here.Value, 1e-7, 1e-11 * factor, $"{loss} at ({x:R}, {t:R})");
                Close.Check(factor * there.Slope, here.Slope, 1e-7, 1e-11 * factor, $"slope of {loss} at ({x:R}, {t:R})");
            }
        }
    }

    private static (double[] Values, double[] Gradient) Rows(string loss, double[] scores, int classes, int[] targets)
    {
        double[] values = new double[targets.Length], gradient = new double[scores.Length];
        LossCatalogue.Create<IClassLoss>(loss).Evaluate(new ClassBatch<double>
        {
            Scores = scores,
            Classes = classes,
            Targets = targets,
            Values = values,
            Gradient = gradient,
            Reduction = Reduction.Sum,
        });
        return (values, gradient);
    }

    private static ISampleLoss Create(string text) => LossCatalogue.Create<ISampleLoss>(text);
}
