namespace Lossary.Losses.Tests;

public sealed class CorrelationAlignmentLossTests() : ArrayLaws<CorrelationAlignmentLoss>
{
    [Fact]
    public void Variances_of_2_and_8_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 2),
            ["other"] = TestInputs.Variable([2, 1], 1, 5),
        };
        Assert.Equal(9, ValueOf(inputs), 14);
    }
}
