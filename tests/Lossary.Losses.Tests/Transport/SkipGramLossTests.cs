namespace Lossary.Losses.Tests;

public sealed class SkipGramLossTests() : ArrayLaws<SkipGramLoss>
{
    [Fact]
    public void One_context_and_one_drawn_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["word"] = TestInputs.Variable([1, 2], 1, 2),
            ["context"] = TestInputs.Variable([1, 2], 3, -1),
            ["negatives"] = TestInputs.Variable([1, 1, 2], 0, 1),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-1)) + Math.Log(1 + Math.Exp(2)), ValueOf(inputs), 13);
    }
}
