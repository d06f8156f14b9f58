namespace Lossary.Losses.Tests;

public sealed class PrototypicalLossTests() : ArrayLaws<PrototypicalLoss>
{
    [Fact]
    public void Two_classes_on_a_line_by_hand()
    {
        // Means 1 and 4; the query at 2 is 1 and 4 away, squared.
        LossInputs<double> inputs = new()
        {
            ["query"] = TestInputs.Variable([1, 1], 2),
            ["support"] = TestInputs.Variable([2, 2, 1], 0, 2, 4, 4),
            ["target"] = TestInputs.Constant([1], 0),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-3)), ValueOf(inputs), 14);
    }
}
