namespace Lossary.Losses.Tests;

/// <summary>Where NaN is refused, and where it passes.</summary>
public sealed class NotANumberTests
{
    /// <summary>losses_errors/binary_cross_entropy: PyTorch refuses it too.</summary>
    [Theory]
    [InlineData("binary-cross-entropy-on-probabilities")]
    [InlineData("binary-focal-on-probabilities")]
    public void A_probability_that_is_NaN_is_refused(string key)
    {
        ArgumentException refusal =
            Assert.Throws<ArgumentException>(() => Evaluate(key, [0.5, double.NaN], [1, 0], []));
        Assert.Equal("predictions", refusal.ParamName);
        Assert.Contains("predictions[1]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probability_that_does_not_count_may_be_NaN() =>
        Assert.Equal(
            Math.Log(2), Evaluate("binary-cross-entropy-on-probabilities", [0.5, double.NaN], [1, 0], [1, 0]), 1e-15);

    /// <summary>A training that diverges is a result, no error.</summary>
    [Theory]
    [InlineData("binary-cross-entropy")]
    [InlineData("squared-log")]
    public void A_raw_prediction_that_is_NaN_comes_out_as_NaN(string key) =>
        Assert.Equal(double.NaN, Evaluate(key, [0.5, double.NaN], [1, 0], []));

    private static double Evaluate(string key, double[] predictions, double[] targets, double[] weights) =>
        (LossCatalogue.Create<ISampleLoss>(key)).Evaluate(new LossBatch<double>
        {
            Predictions = predictions,
            Targets = targets,
            Weights = weights,
        }).Sum;
}
