namespace Lossary.Losses.Tests;

public sealed class MeanTeacherLossTests() : ArrayLaws<MeanTeacherLoss>
{
    [Fact]
    public void Shares_a_quarter_apart_cost_a_sixteenth()
    {
        Assert.Equal(1.0 / 16, ValueOf(TestInputs.StudentAndTeacher()), 15);
    }
}
