namespace Lossary.Losses.Tests;

public sealed class MatchingLossTests() : ArrayLaws<MatchingLoss>
{
    [Fact]
    public void Two_classes_of_one_sample_by_hand()
    {
        // Cosines 1 and 0.
        LossInputs<double> inputs = new()
        {
            ["query"] = TestInputs.Variable([1, 2], 2, 0),
            ["support"] = TestInputs.Variable([2, 1, 2], 5, 0, 0, 3),
            ["target"] = TestInputs.Constant([1], 0),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-1)), ValueOf(inputs), 14);
    }
}
