namespace Lossary.Losses.Tests;

/// <summary>What other libraries get wrong about divergences and soft targets, held as regressions.</summary>
public sealed class PeerDefectTests
{
    [Fact]
    public void Probabilities_are_not_clipped()
    {
        // Keras clips at 1e-7, which makes this ln(0.5 / 1e-7) · 0.5 + … instead.
        double[] logarithms = [Math.Log(1e-30), Math.Log(1 - 1e-30)];

        double divergence = new KullbackLeiblerLoss().Sum(logarithms, [0.5, 0.5]);

        double exact = (0.5 * (Math.Log(0.5) + (30 * Math.Log(10)))) + (0.5 * Math.Log(0.5));
        Assert.Equal(exact, divergence, 1e-12);
    }

    [Fact]
    public void Targets_are_probabilities_unless_the_loss_says_logarithms()
    {
        // TorchSharp's KLDivLoss takes logarithms by default, PyTorch's probabilities.
        double[] logarithms = [Math.Log(0.25), Math.Log(0.75)];

        double ofProbabilities = new KullbackLeiblerLoss().Sum(logarithms, [0.5, 0.5]);
        double ofLogarithms = new LogTargetKullbackLeiblerLoss().Sum(logarithms, [Math.Log(0.5), Math.Log(0.5)]);

        Assert.Equal(0.5 * Math.Log(4.0 / 3), ofProbabilities, 1e-15);
        Assert.Equal(ofProbabilities, ofLogarithms, 1e-15);
    }

    [Fact]
    public void A_probability_that_underflows_costs_its_logit()
    {
        // lightly's MSN loss takes log(p^(−t)): infinite here, where p = e^(−1000) is 0 in floating point.
        double[] gradient = new double[2];

        Totals totals = new CrossEntropyLoss(0).Evaluate(new ClassBatch<double>
        {
            Scores = [-1000.0, 0],
            Classes = 2,
            Shares = [1.0, 0],
            Gradient = gradient,
        });

        Assert.Equal(1000, totals.Mean);
        Assert.Equal([-1.0, 1], gradient);
    }
}
