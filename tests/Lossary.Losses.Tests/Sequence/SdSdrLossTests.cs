namespace Lossary.Losses.Tests;

public sealed class SdSdrLossTests() : ArrayLaws<SdSdrLoss>
{
    [Fact]
    public void What_lies_along_the_target_is_held_against_the_whole_difference() =>
        Assert.Equal(-10 * Math.Log10(2), new SdSdrLoss(0, 0).Evaluate(SiSdrLossTests.Signals()).Mean, 13);
}
