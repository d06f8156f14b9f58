namespace Lossary.Losses.Tests;

public sealed class HintLossTests() : ArrayLaws<HintLoss>
{
    [Fact]
    public void Gaps_of_3_and_1_cost_5()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], 3, 0),
            ["teacher"] = TestInputs.Constant([1, 2], 0, 1),
        };
        Assert.Equal(5, ValueOf(inputs), 15);
        Assert.Equal([3, -1], inputs["student"].Gradient.ToArray());
    }
}
