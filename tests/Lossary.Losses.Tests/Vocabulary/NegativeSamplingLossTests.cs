namespace Lossary.Losses.Tests;

public sealed class NegativeSamplingLossTests() : ArrayLaws<NegativeSamplingLoss>
{
    [Fact]
    public void The_target_is_pulled_up_and_drawn_classes_down()
    {
        double expected = Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(4)) + Math.Log(1 + Math.Exp(1));
        double found = new NegativeSamplingLoss()
            .Evaluate(SampledSoftmaxLossTests.ThreeClasses([2.0, 0, 1], hasProposal: false)).Mean;
        Assert.Equal(expected, found, 13);
    }
}
