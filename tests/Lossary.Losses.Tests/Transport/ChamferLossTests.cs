namespace Lossary.Losses.Tests;

public sealed class ChamferLossTests() : ArrayLaws<ChamferLoss>
{
    [Fact]
    public void Clouds_of_two_and_one_by_hand()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 4),
            ["other"] = TestInputs.Variable([1, 1], 1),
        };
        Assert.Equal(((1 + 9) / 2.0) + 1, ValueOf(inputs), 14);
    }
}
