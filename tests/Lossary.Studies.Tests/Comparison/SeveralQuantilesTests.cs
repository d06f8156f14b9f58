using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class SeveralQuantilesTests
{
    private static readonly double[] Predictions = [0, 1, 4, 2, 3, 5];
    private static readonly double[] Targets = [2, 2, 2, 6, 6, 6];

    [Fact]
    public void The_mean_is_that_of_all_pinball_losses()
    {
        Totals totals = new SeveralQuantiles([0.1, 0.5, 0.9]).Evaluate(new LossBatch<double>
        {
            Predictions = Predictions,
            Targets = Targets,
        });

        // By hand, as for the quantile score.
        Assert.Equal((0.2 + 0.5 + 0.2 + 0.4 + 1.5 + 0.9) / 6, totals.Mean, 12);
    }

    [Theory]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void The_gradient_is_the_slope_of_the_reduced_loss(Reduction reduction)
    {
        SeveralQuantiles loss = new([0.1, 0.5, 0.9]);
        double[] weights = [1, 1, 1, 3, 3, 3], gradient = new double[6];
        double Value(double[] predictions)
        {
            Totals totals = loss.Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = Targets,
                Weights = weights,
                Reduction = reduction,
            });
            return reduction == Reduction.Sum ? totals.Sum : totals.Mean;
        }

        loss.Evaluate(new LossBatch<double>
        {
            Predictions = Predictions,
            Targets = Targets,
            Weights = weights,
            Gradient = gradient,
            Reduction = reduction,
        });
        for (int i = 0; i < 6; i++)
        {
            double[] above = [.. Predictions], below = [.. Predictions];
            above[i] += 1e-3;
            below[i] -= 1e-3;
            Assert.Equal((Value(above) - Value(below)) / 2e-3, gradient[i], 9);
        }
    }

    [Fact]
    public void A_sample_that_is_masked_out_does_not_count()
    {
        double[] gradient = new double[6];
        Totals totals = new SeveralQuantiles([0.1, 0.5, 0.9]).Evaluate(new LossBatch<double>
        {
            Predictions = Predictions,
            Targets = Targets,
            Mask = [false, false, false, true, true, true],
            Gradient = gradient,
        });
        Assert.Equal((0.4 + 1.5 + 0.9) / 3, totals.Mean, 12);
        Assert.Equal([0, 0, 0], gradient[..3]);
    }
}
