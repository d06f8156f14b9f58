namespace Lossary.Losses.Tests;

public sealed class DataAugmentationLossTests() : ArrayLaws<DataAugmentationLoss>
{
    [Fact]
    public void A_sharpened_sure_answer_is_what_is_learnt()
    {
        // At a temperature of 1/2 shares of (1/4, 3/4) become (1, 9)/10.
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([1, 2], 0, 0),
            ["weak"] = TestInputs.Constant([1, 2], 0, Math.Log(3)),
        };
        double expected = (0.1 * Math.Log(0.2)) + (0.9 * Math.Log(1.8));
        Assert.Equal(expected, new DataAugmentationLoss(0.7, 0.5).Evaluate(inputs).Mean, 14);
        Assert.Equal(0, new DataAugmentationLoss(0.8, 0.5).Evaluate(inputs).Mean);
    }
}
