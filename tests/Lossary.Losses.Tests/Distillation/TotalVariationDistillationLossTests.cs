namespace Lossary.Losses.Tests;

public sealed class TotalVariationDistillationLossTests() : ArrayLaws<TotalVariationDistillationLoss>
{
    [Fact]
    public void Shares_a_quarter_apart_cost_a_quarter()
    {
        Assert.Equal(0.25, ValueOf(TestInputs.StudentAndTeacher()), 15);
    }
}
