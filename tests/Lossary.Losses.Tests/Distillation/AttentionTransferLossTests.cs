namespace Lossary.Losses.Tests;

public sealed class AttentionTransferLossTests() : ArrayLaws<AttentionTransferLoss>
{
    [Fact]
    public void Maps_of_two_places_by_hand()
    {
        // The student's map is (9, 16) over the root of 337, the teacher's (1, 0).
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 1, 2, 1], 3, -4),
            ["teacher"] = TestInputs.Constant([1, 1, 2, 2], 1, 1, 0, 0),
        };
        double first = (9 / Math.Sqrt(337)) - 1, second = 16 / Math.Sqrt(337);
        Assert.Equal(0.5 * ((first * first) + (second * second)), ValueOf(inputs), 14);
    }
}
