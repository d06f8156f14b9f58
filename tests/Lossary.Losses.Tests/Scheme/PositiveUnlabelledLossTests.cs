namespace Lossary.Losses.Tests;

public sealed class PositiveUnlabelledLossTests() : ArrayLaws<PositiveUnlabelledLoss>
{
    [Fact]
    public void Where_the_negatives_risk_is_positive_it_is_the_unbiased_estimate()
    {
        double expected = (0.4 * Sigmoid(-1)) + Sigmoid(2) - (0.4 * Sigmoid(1));
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("nnpu:prior=0.4");
        Assert.Equal(expected, loss.Evaluate(Given(("score", [1.0, 2.0]), ("label", [1, 0]))).Mean, 14);
    }

    [Fact]
    public void Where_it_is_overfitted_the_step_goes_back_as_the_authors_algorithm_does()
    {
        // N = σ(−3) − 0.4 σ(2) < 0: value P − β, gradient −γ ∂N.
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("nnpu:prior=0.4,beta=0.01,gamma=0.5");
        LossInputs<double> inputs = Given(("score", [2.0, -3.0]), ("label", [1, 0]));
        Assert.Equal((0.4 * Sigmoid(-2)) - 0.01, loss.Evaluate(inputs).Mean, 14);
        Assert.Equal(0.5 * 0.4 * Sigmoid(2) * Sigmoid(-2), inputs["score"].Gradient[0], 14);
        Assert.Equal(-0.5 * Sigmoid(-3) * Sigmoid(3), inputs["score"].Gradient[1], 14);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
