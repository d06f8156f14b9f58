namespace Lossary.Losses.Tests;

public sealed class GroupLassoPenaltyTests() : ArrayLaws<GroupLassoPenalty>(1)
{
    [Fact]
    public void Rows_of_3_4_and_of_zeros_by_hand()
    {
        LossInputs<double> inputs = new() { ["parameter"] = TestInputs.Variable([2, 2], 3, 4, 0, 0) };
        Assert.Equal(5 * Math.Sqrt(2), ValueOf(inputs), 14);
        Assert.Equal(0.6 * Math.Sqrt(2), inputs["parameter"].Gradient[0], 14);
        Assert.Equal([0, 0], inputs["parameter"].Gradient[2..].ToArray());
    }
}
