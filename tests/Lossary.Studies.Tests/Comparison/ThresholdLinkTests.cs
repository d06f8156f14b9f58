using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class ThresholdLinkTests
{
    [Fact]
    public void Cuts_to_start_from_part_the_classes_as_often_as_they_came()
    {
        // Half a row is added to each class: 20.5, 10.5 and 10.5 of 41.5.
        float[] outputs = [0, .. ThresholdLink.CutsOf([20, 10, 10]).Select(cut => (float)cut)];
        double[] above = [.. ThresholdLink.Above(LossCatalogue.Create("cumulative-link"), outputs)];
        Assert.Equal(21 / 41.5, above[0], 1e-6);
        Assert.Equal(10.5 / 41.5, above[1], 1e-6);
    }

    [Fact]
    public void Classes_that_never_came_leave_their_cuts_finite() =>
        Assert.All(ThresholdLink.CutsOf([0, 0, 30, 0]), cut => Assert.True(double.IsFinite(cut)));

    [Theory]
    [InlineData("cumulative-link", 0.6224593312018546)] // 1 / (1 + e^-0.5)
    [InlineData("cumulative-probit", 0.6914624612740131)] // Φ(0.5)
    [InlineData("cumulative-cloglog", 0.5452392118926050)] // exp(-e^-0.5)
    public void Score_half_above_a_threshold_is_above_it_by_its_link(string loss, double expected) =>
        Assert.Equal(expected, ThresholdLink.Above(LossCatalogue.Create(loss), (float[])[0.75f, 0.25f]).Single(), 1e-7);

    [Theory]
    [InlineData("cumulative-link")]
    [InlineData("cumulative-probit")]
    [InlineData("cumulative-cloglog")]
    public void Probability_of_a_class_is_that_of_its_loss(string key)
    {
        IArrayLoss loss = (IArrayLoss)LossCatalogue.Create(key);
        float[] outputs = [0.4f, -0.7f, 0.2f, -0.3f];
        double[] above = [1, .. ThresholdLink.Above(loss, outputs), 0];
        for (int level = 0; level < 4; level++)
        {
            LossInputs<double> inputs = new()
            {
                ["score"] = new(new(1), new double[] { outputs[0] }),
                ["cut"] = new(new(3), outputs[1..].Select(cut => (double)cut).ToArray()),
                ["level"] = new(new(1), new double[] { level }),
            };
            Assert.Equal(Math.Exp(-loss.Evaluate(inputs).Mean), above[level] - above[level + 1], 1e-9);
        }
    }
}
