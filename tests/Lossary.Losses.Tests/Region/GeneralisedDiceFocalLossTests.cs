namespace Lossary.Losses.Tests;

public sealed class GeneralisedDiceFocalLossTests() : RegionLaws<GeneralisedDiceFocalLoss>
{
    [Fact]
    public void It_is_the_sum_of_its_two_parts()
    {
        LossInputs<double> inputs = Images.Of([[0.3, 1], [-0.2, 2]], [[1.0, 0], [0, 1]]);
        double dice = new GeneralisedDiceLoss(2).Evaluate(inputs).Mean;
        double focal = new DiceFocalLoss(0, 1, 2, 0).Evaluate(inputs).Mean;
        Assert.Equal((0.5 * dice) + (3 * focal), new GeneralisedDiceFocalLoss(0.5, 3, 2).Evaluate(inputs).Mean, 14);
    }
}
