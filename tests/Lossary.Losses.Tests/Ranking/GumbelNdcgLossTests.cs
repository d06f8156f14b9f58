using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GumbelNdcgLossTests() : ArrayLaws<GumbelNdcgLoss>(0.5)
{
    private static readonly double[] s_scores = [1, 0, -1.5], s_relevances = [0, 2, 1];

    [Fact]
    public void A_mean_over_draws_of_the_approximate_gain_of_shifted_scores()
    {
        // −ln(−ln u) of u = e^(−1/e) is 1, of e^(−e) −1, of e^(−1) 0.
        double one = Math.Exp(-1 / Math.E), minusOne = Math.Exp(-Math.E), none = Math.Exp(-1);
        LossInputs<double> inputs = Inputs(2, one, none, minusOne, none, none, one);
        double expected = (Gain(2, -1, -1.5) + Gain(1, 0, -0.5)) / 2;
        Assert.Equal(1 - expected, new GumbelNdcgLoss(0.5).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void Even_noise_leaves_the_approximate_gain()
    {
        LossInputs<double> inputs = Inputs(1, 0.3, 0.3, 0.3);
        double expected = Lists.Value(new ApproximateNdcgLoss(0.5), s_scores, s_relevances);
        Assert.Equal(expected, new GumbelNdcgLoss(0.5).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Noise_of_0_and_of_1_is_finite()
    {
        LossInputs<double> inputs = Inputs(1, 0, 1, 0.5);
        Assert.InRange(new GumbelNdcgLoss(0.5).Evaluate(inputs).Mean, 0, 1);
        Assert.All(inputs["score"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope), "Not finite."));
    }

    [Fact]
    public void Noise_without_a_column_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new GumbelNdcgLoss(0.5).Evaluate(Inputs(0)));
        Assert.Contains("noise has the shape", error.Message, StringComparison.Ordinal);
    }

    /// <summary>NDCG with ranks 1 + Σ σ((zⱼ − zᵢ)/½) of relevances 0, 2, 1, whose gains are 0, 3, 1.</summary>
    private static double Gain(params double[] z)
    {
        double Rank(int i) => 0.5 + z.Sum(other => 1 / (1 + Math.Exp((z[i] - other) / 0.5)));
        double gain = (3 / Math.Log2(1 + Rank(1))) + (1 / Math.Log2(1 + Rank(2)));
        return gain / (3 + (1 / Math.Log2(3)));
    }

    private static LossInputs<double> Inputs(int columns, params double[] noise)
    {
        LossInputs<double> inputs = Lists.Of(s_scores, s_relevances);
        inputs["noise"] = Numbers(new Shape(3, columns), noise);
        return inputs;
    }
}
