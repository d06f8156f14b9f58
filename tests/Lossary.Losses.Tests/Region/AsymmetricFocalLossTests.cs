namespace Lossary.Losses.Tests;

public sealed class AsymmetricFocalLossTests() : RegionLaws<AsymmetricFocalLoss>
{
    protected override bool HasCounts => false;

    [Fact]
    public void Background_counts_by_its_error_and_foreground_whole()
    {
        // Two pixels of probability ¾ for their classes: background and foreground.
        LossInputs<double> inputs = Images.Of([[Math.Log(3), 0], [0, Math.Log(3)]], [[1.0, 0], [0, 1]]);
        double expected = -0.5 * ((0.7 * Math.Log(0.75)) + (0.3 * Math.Sqrt(0.25) * Math.Log(0.75)));
        Assert.Equal(expected, ValueOf(inputs), 14);
    }
}
