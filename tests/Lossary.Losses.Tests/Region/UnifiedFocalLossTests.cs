namespace Lossary.Losses.Tests;

public sealed class UnifiedFocalLossTests() : RegionLaws<UnifiedFocalLoss>
{
    protected override bool HasCounts => false;

    [Fact]
    public void It_is_the_weighted_mean_of_its_two_parts()
    {
        LossInputs<double> inputs = Images.Of([[0.3, 1], [-0.2, 2]], [[1.0, 0], [0, 1]]);
        double pixels = new AsymmetricFocalLoss(0.6, 0.4).Evaluate(inputs).Mean;
        double overlap = new AsymmetricFocalTverskyLoss(0.6, 0.4).Evaluate(inputs).Mean;
        double unified = new UnifiedFocalLoss(0.3, 0.6, 0.4).Evaluate(inputs).Mean;
        Assert.Equal((0.3 * pixels) + (0.7 * overlap), unified, 14);
    }
}
