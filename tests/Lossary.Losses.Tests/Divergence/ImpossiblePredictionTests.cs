namespace Lossary.Losses.Tests;

/// <summary>Divergences where a prediction says that something which happens is impossible.</summary>
public sealed class ImpossiblePredictionTests
{
    /// <summary>
    /// losses_torch/kl_div/1d1f0d6180: t (ln t − z) is ∞ at z = −∞, and its derivative −t all the same.
    /// </summary>
    [Theory]
    [InlineData("kullback-leibler", 0.5)]
    [InlineData("log-target-kullback-leibler", -0.6931471805599453)]
    public void An_infinite_loss_keeps_its_finite_gradient(string key, double target)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(key);
        double[] gradient = new double[1], curvature = new double[1];
        Totals totals = loss.Evaluate(new LossBatch<double>
        {
            Predictions = [double.NegativeInfinity],
            Targets = [target],
            Gradient = gradient,
        });
        Assert.Equal(double.PositiveInfinity, totals.Sum);
        Assert.Equal(-0.5, gradient[0], 1e-15);

        loss.Evaluate(new LossBatch<double>
        {
            Predictions = [double.NegativeInfinity],
            Targets = [target],
            Gradient = gradient,
            Curvature = curvature,
        });
        Assert.Equal(-0.5, gradient[0], 1e-15);
        Assert.Equal(0, curvature[0]);
    }
}
