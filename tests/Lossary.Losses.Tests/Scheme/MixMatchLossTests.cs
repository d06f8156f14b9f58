using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class MixMatchLossTests() : ArrayLaws<MixMatchLoss>(3)
{
    [Fact]
    public void Labels_cost_cross_entropy_and_guesses_their_squared_distance()
    {
        // By the paper's equations 3 to 5: p = (1/4, 3/4); p' = (1/2, 1/2) and (1/5, 4/5).
        LossInputs<double> inputs = new()
        {
            ["labelled"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["shares"] = TestInputs.Constant([1, 2], 0.6, 0.4),
            ["unlabelled"] = TestInputs.Variable([1, 2, 2], 1, 1, 0, Math.Log(4)),
            ["guesses"] = TestInputs.Constant([1, 2, 2], 0.9, 0.1, 0.2, 0.8),
        };
        double entropy = -(0.6 * Math.Log(0.25)) - (0.4 * Math.Log(0.75));
        Assert.Equal(entropy + (3 * (0.16 + 0.16) / 4), ValueOf(inputs), 14);
    }

    [Fact]
    public void A_guess_is_the_sharpened_mean_of_the_looks()
    {
        // Looks (1/4, 3/4) and (3/4, 1/4), then (1/5, 4/5) twice: squares over their sum at a temperature of 1/2.
        double[] logits = [0, Math.Log(3), 7, 7 + Math.Log(4), Math.Log(3), 0, -9, Math.Log(4) - 9], guesses = new double[4];
        MixMatchSteps.Guess<double>(logits, 2, 2, guesses);
        Assert.Equal([0.5, 0.5, 1 / 17.0, 16 / 17.0], guesses, (x, y) => Math.Abs(x - y) < 1e-14);
        MixMatchSteps.Guess<double>(logits, 2, 2, guesses, temperature: 1);
        Assert.Equal([0.5, 0.5, 0.2, 0.8], guesses, (x, y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void A_guess_is_finite_however_sure_or_sharp()
    {
        float[] guesses = new float[3];
        MixMatchSteps.Guess([1e4f, -1e4f, 0], 1, 3, guesses.AsSpan(), temperature: 0.01);
        Assert.Equal([1, 0, 0], guesses);
    }

    [Fact]
    public void Shares_are_those_of_the_larger_part_of_a_beta_number()
    {
        // Beta(1, 1) is uniform: its larger part has the mean 3/4; of Beta(α, α), l (1 - l) has the mean α/(4α + 2).
        double[] shares = new double[40_000];
        foreach (double alpha in (double[])[0.75, 1, 4])
        {
            MixMatchSteps.DrawShares(new RandomStream(3), shares, alpha);
            Assert.All(shares, share => Assert.InRange(share, 0.5, 1));
            Assert.Equal(alpha / ((4 * alpha) + 2), shares.Average(share => share * (1 - share)), 0.002);
        }

        MixMatchSteps.DrawShares(new RandomStream(3), shares, 1);
        Assert.Equal(0.75, shares.Average(), 0.003);
    }

    [Fact]
    public void Rows_are_mixed_with_their_partners()
    {
        double[] mixed = new double[4];
        MixMatchSteps.Mix<double>([1, 2, 5, 6], [1, 0], [0.75, 0.5], mixed);
        Assert.Equal([2, 3, 3, 4], mixed);
        Assert.Equal("rows", Assert.Throws<ArgumentException>(
            () => MixMatchSteps.Mix<double>([1, 2, 5], [1, 0], [0.75, 0.5], new double[3])).ParamName);
        Assert.Equal("logits", Assert.Throws<ArgumentException>(
            () => MixMatchSteps.Guess<double>([1, 2, 5], 2, 2, new double[2])).ParamName);
    }
}
