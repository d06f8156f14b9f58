namespace Lossary.Losses.Tests;

public sealed class NoiseContrastiveLossTests() : ArrayLaws<NoiseContrastiveLoss>
{
    [Fact]
    public void Target_and_noise_are_told_apart_by_their_odds()
    {
        // Two drawn classes: odds of the target e² to 2 · 0.3, of the other e⁴ to 2 · 0.2.
        double expected = Math.Log(1 + (0.6 / Math.Exp(2))) + Math.Log(1 + (Math.Exp(4) / 0.4));
        Assert.Equal(expected, new NoiseContrastiveLoss().Evaluate(SampledSoftmaxLossTests.ThreeClasses([2.0, 1])).Mean, 13);
    }
}
