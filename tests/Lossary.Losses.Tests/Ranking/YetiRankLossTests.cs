using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class YetiRankLossTests() : ArrayLaws<YetiRankLoss>
{
    // The drawn orders are constants.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Neighbours_of_the_drawn_order_are_compared_and_the_first_pair_counts_most()
    {
        // Without noise the order is that of the scores; ½ is no noise.
        LossInputs<double> inputs = Inputs([0.5, 0.5, 0.5]);
        double Pair(double gap) => Math.Log(1 + Math.Exp(-gap));
        Assert.Equal((2 * Pair(-1)) + (0.85 * Pair(1.5)), ValueOf(inputs), 13);
        Assert.Equal((-2 / (1 + Math.Exp(-1))) - (0.85 / (1 + Math.Exp(1.5))), inputs["score"].Gradient[1], 13);
    }

    [Fact]
    public void Noise_of_three_quarters_lifts_a_score_by_the_logarithm_of_3()
    {
        // The second item, at 0 + ln 3, comes before the first, at 1.
        LossInputs<double> inputs = Inputs([0.5, 0.75, 0.5]);
        double Pair(double gap) => Math.Log(1 + Math.Exp(-gap));
        Assert.Equal((2 * Pair(-1)) + (0.85 * Pair(-2.5)), ValueOf(inputs), 13);
    }

    [Fact]
    public void Noise_without_a_column_is_refused()
    {
        LossInputs<double> inputs = Inputs([0.5, 0.5, 0.5]);
        inputs["noise"] = new Tensor<double>(new Shape(3, 0), []);
        ArgumentException error = Assert.Throws<ArgumentException>(() => ValueOf(inputs));
        Assert.Contains("noise has the shape", error.Message, StringComparison.Ordinal);
    }

    private static LossInputs<double> Inputs(double[] noise) => new()
    {
        ["score"] = Tensor<double>.Variable(new Shape(3), [1, 0, -1.5]),
        ["relevance"] = Numbers(new Shape(3), 0, 2, 1),
        ["noise"] = Numbers(new Shape(3, 1), noise),
    };
}
