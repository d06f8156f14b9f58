namespace Lossary.Losses.Tests;

public sealed class AsymmetricFocalTverskyLossTests() : RegionLaws<AsymmetricFocalTverskyLoss>
{
    protected override bool HasCounts => false;

    [Fact]
    public void Foreground_counts_by_the_root_of_its_error()
    {
        // TP ¾, FN ¼, FP ¼ for both classes.
        LossInputs<double> inputs = Images.Of([[Math.Log(3), 0], [0, Math.Log(3)]], [[1.0, 0], [0, 1]]);
        Assert.Equal(0.5 * (0.25 + Math.Sqrt(0.25)), ValueOf(inputs), 6);
    }
}
