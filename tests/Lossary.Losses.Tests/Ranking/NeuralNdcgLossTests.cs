namespace Lossary.Losses.Tests;

public sealed class NeuralNdcgLossTests() : ArrayLaws<NeuralNdcgLoss>
{
    [Fact]
    public void Scores_far_apart_give_the_metric_itself()
    {
        // Order of the scores: relevances 0, 2, 1.
        LossInputs<double> inputs = Given(("score", [40.0, 90.0, 10.0]), ("relevance", [2, 0, 1]));
        double reached = (3 / Math.Log2(3)) + (1 / Math.Log2(4)), ideal = 3 + (1 / Math.Log2(3));
        Assert.Equal(1 - (reached / ideal), ValueOf(inputs), 12);
    }

    [Fact]
    public void Two_items_swap_softly()
    {
        // NeuralSort of two: P[0, 0] = σ((s₀ − s₁) / τ), which is doubly stochastic as it is.
        double p = 1 / (1 + Math.Exp(-0.3 / 0.5)), second = 1 / Math.Log2(3);
        LossInputs<double> inputs = Given(("score", [0.3, 0.0]), ("relevance", [1, 0]));
        Assert.Equal(1 - (p + ((1 - p) * second)), new NeuralNdcgLoss(0.5, 50).Evaluate(inputs).Mean, 13);
    }
}
