namespace Lossary.Losses.Tests;

public sealed class SignalToNoiseLossTests() : ArrayLaws<SignalToNoiseLoss>(0, 1e-8)
{
    [Fact]
    public void The_signal_is_held_against_the_whole_difference() =>
        Assert.Equal(-10 * Math.Log10(0.5), new SignalToNoiseLoss(0, 0).Evaluate(SiSdrLossTests.Signals()).Mean, 13);
}
