namespace Lossary.Losses.Tests;

public sealed class ClassAbsoluteLossTests() : LogProbabilityLaws<ClassAbsoluteLoss>(default)
{
    protected override double Published(double logProbability) => 2 * (1 - Math.Exp(logProbability));

    [Fact]
    public void Loss_is_the_absolute_error_over_all_classes()
    {
        // softmax(ln 1, ln 2, ln 5) = (⅛, ¼, ⅝): |⅛ − 0| + |¼ − 1| + |⅝ − 0|.
        Assert.Equal(1.5, default(ClassAbsoluteLoss).Sum([0, Math.Log(2), Math.Log(5)], 3, [1]), 1e-15);
    }
}
