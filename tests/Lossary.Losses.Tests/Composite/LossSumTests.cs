namespace Lossary.Losses.Tests;

public sealed class LossSumTests
{
    private static readonly double[] s_predictions = [0.3, -1.2, 4, 0.7, -0.1];
    private static readonly double[] s_targets = [0.1, 1, 0.5, 0.7, -3];
    private static readonly double[] s_weights = [1, 2, 0.5, 1, 3];

    [Theory]
    [InlineData("0.7*huber:delta=1+0.3*squared", "0.7*huber+0.3*squared")]
    [InlineData("0.7*huber:delta=1 + 0.3*squared", "0.7*huber+0.3*squared")]
    [InlineData("1e+3*huber:delta=1e+1+2E-1*squared", "1000*huber:delta=10+0.2*squared")]
    [InlineData("0.5*barron:alpha=0,c=2+.5*quantile:level=0.9", "0.5*barron:alpha=0,c=2+0.5*quantile:level=0.9")]
    [InlineData("2*squared", "2*squared")]
    public void A_sum_is_read_and_written(string text, string expected)
    {
        ILoss loss = LossCatalogue.Create(text);
        Assert.Equal(expected, loss.Name);
        Assert.Equal(expected, LossCatalogue.Create(loss.Name).Name);
    }

    [Theory]
    [InlineData(Reduction.Sum)]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.MeanOverCount)]
    public void Every_output_is_the_weighted_sum_of_the_terms_outputs(Reduction reduction)
    {
        (Totals huber, double[] huberOutputs) = Run("huber:delta=0.5", reduction);
        (Totals squared, double[] squaredOutputs) = Run("squared", reduction);
        (Totals sum, double[] outputs) = Run("0.7*huber:delta=0.5+0.3*squared", reduction);
        Assert.Equal((0.7 * huber.Sum) + (0.3 * squared.Sum), sum.Sum, 13);
        Assert.Equal(huber.Denominator, sum.Denominator);
        double[] expected = [.. huberOutputs.Zip(squaredOutputs, (h, s) => (0.7 * h) + (0.3 * s))];
        Assert.Equal(expected, outputs, (x, y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void The_gradient_may_be_written_over_the_predictions()
    {
        (_, double[] outputs) = Run("0.7*huber:delta=0.5+0.3*squared", Reduction.Mean);
        double[] numbers = [.. s_predictions];
        LossCatalogue.Create<ISampleLoss>("0.7*huber:delta=0.5+0.3*squared").Evaluate(new LossBatch<double>
        {
            Predictions = numbers,
            Targets = s_targets,
            Weights = s_weights,
            Gradient = numbers,
        });
        Assert.Equal(outputs[5..10], numbers);
    }

    [Fact]
    public void Rows_of_scores_add_up_too()
    {
        double[] scores = [1, 2, 0.5, -1, 0, 3];
        double[] gradient = new double[6], expected = new double[6], part = new double[6];
        double mean = Rows("0.8*cross-entropy+0.2*multi-class-brier", gradient);
        double parts = 0.8 * Rows("cross-entropy", expected);
        parts += 0.2 * Rows("multi-class-brier", part);
        Assert.Equal(parts, mean, 14);
        Assert.Equal(expected.Zip(part, (x, y) => (0.8 * x) + (0.2 * y)), gradient, (x, y) => Math.Abs(x - y) < 1e-15);

        double Rows(string text, double[] to) => LossCatalogue.Create<IClassLoss>(text)
            .Evaluate(new ClassBatch<double> { Scores = scores, Classes = 3, Targets = [1, 0], Gradient = to }).Mean;
    }

    [Fact]
    public void Claims_follow_from_the_terms()
    {
        LossTraits traits = LossCatalogue.Create("0.5*huber:delta=2+3*absolute").Traits;
        Assert.True(traits.IsConvex);
        Assert.Equal((0.5 * 2) + 3, traits.LipschitzConstant);
        Assert.Equal(0, traits.Smoothness);
        Assert.False(LossCatalogue.Create("0.5*squared+0.5*tukey").Traits.IsConvex);
        Assert.Equal(Functional.Mean, LossCatalogue.Create("0.5*squared+0.5*half-squared").Traits.Functional);
        Assert.Equal(Functional.Unnamed, LossCatalogue.Create("0.5*squared+0.5*absolute").Traits.Functional);
    }

    [Fact]
    public void A_sum_of_losses_of_the_residual_is_one()
    {
        LossEntry entry = LossCatalogue.EntryOf(LossCatalogue.Create("0.7*huber+0.3*squared"));
        Assert.Equal(LossFamily.Distance, entry.Family);
        Assert.Contains("0.3", entry.Formula, StringComparison.Ordinal);
        ILoss scaled = entry.InUnits(LossCatalogue.Create("0.7*huber:delta=3+0.3*squared"), 2);
        Assert.Equal("0.7*huber:delta=1.5+0.3*squared", scaled.Name);
    }

    [Theory]
    [InlineData("0*huber+1*squared", "above 0")]
    [InlineData("-1*huber+1*squared", "above 0")]
    [InlineData("0.5*squared+0.5*poisson", "link")]
    [InlineData("0.5*squared+0.5*cross-entropy", "cannot be added")]
    [InlineData("0.5*hubber+0.5*squared", "huber")]
    public void What_cannot_be_added_is_refused_with_the_reason(string text, string expected)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LossCatalogue.Create(text));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Values, gradient and curvature, one after the other.</summary>
    private static (Totals Totals, double[] Outputs) Run(string text, Reduction reduction)
    {
        double[] outputs = new double[15];
        Totals totals = LossCatalogue.Create<ISampleLoss>(text).Evaluate(new LossBatch<double>
        {
            Predictions = s_predictions,
            Targets = s_targets,
            Weights = s_weights,
            Reduction = reduction,
            Values = outputs.AsSpan(0, 5),
            Gradient = outputs.AsSpan(5, 5),
            Curvature = outputs.AsSpan(10, 5),
        });
        return (totals, outputs);
    }
}
