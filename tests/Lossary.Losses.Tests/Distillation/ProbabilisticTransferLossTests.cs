namespace Lossary.Losses.Tests;

public sealed class ProbabilisticTransferLossTests() : ArrayLaws<ProbabilisticTransferLoss>
{
    [Fact]
    public void Two_samples_by_hand()
    {
        // At right angles: shares (2, 1)/3; the teacher's two are alike: (1/2, 1/2).
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 2], 2, 0, 0, 5),
            ["teacher"] = TestInputs.Constant([2, 1], 1, 1),
        };
        Assert.Equal(0.5 * (Math.Log(0.5 * 1.5) + Math.Log(0.5 * 3)), ValueOf(inputs), 14);
    }
}
