namespace Lossary.Losses.Tests;

public sealed class ReverseDistillationLossTests() : ArrayLaws<ReverseDistillationLoss>
{
    [Fact]
    public void Two_classes_by_hand()
    {
        double expected = (0.25 * Math.Log(0.25 / 0.5)) + (0.75 * Math.Log(0.75 / 0.5));
        Assert.Equal(expected, ValueOf(TestInputs.StudentAndTeacher()), 14);
    }
}
