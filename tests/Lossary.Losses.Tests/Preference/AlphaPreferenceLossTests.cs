using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class AlphaPreferenceLossTests() : ArrayLaws<AlphaPreferenceLoss>
{
    [Fact]
    public void Tokens_of_a_quarter_and_of_a_ninth_have_rewards_of_minus_2_and_minus_4()
    {
        // (1 − p^(−½)) / ½: (1 − 2) / ½ and (1 − 3) / ½.
        double value = Cost(new(2, 0.5, 0.5), 4 * Math.Log(1.0 / 4), 3 * Math.Log(1.0 / 9));
        Assert.Equal(Math.Log(1 + Math.Exp(-(2 * 2) + 0.5)), value, 13);
    }

    [Fact]
    public void A_shape_below_0_flattens_what_is_unlikely()
    {
        // (1 − p) / (−1) = p − 1: ¼ − 1 and ⅑ − 1.
        double value = Cost(new(2, 0.5, -1), 4 * Math.Log(1.0 / 4), 3 * Math.Log(1.0 / 9));
        Assert.Equal(Math.Log(1 + Math.Exp(-(2 * ((1.0 / 4) - (1.0 / 9))) + 0.5)), value, 13);
    }

    [Fact]
    public void A_shape_of_0_is_SimPO_and_one_near_0_is_near_to_it()
    {
        LossInputs<double> inputs = Example(7);
        double expected = new SimplePreferenceLoss(2, 0.5).Evaluate(inputs).Mean;
        double[] slopes = inputs["policy-chosen"].Gradient.ToArray();
        inputs = Example(7);
        Assert.Equal(expected, new AlphaPreferenceLoss(2, 0.5, 0).Evaluate(inputs).Mean, 15);
        Assert.Equal(slopes, inputs["policy-chosen"].Gradient.ToArray());
        Assert.Equal(expected, new AlphaPreferenceLoss(2, 0.5, 1e-12).Evaluate(Example(7)).Mean, 10);
    }

    [Fact]
    public void Answers_without_any_likelihood_overflow_nothing()
    {
        Assert.Equal(0, Cost(new(2, 0.5, 1), -1, -1e6));
        LossInputs<double> inputs = Pair(-1, -1e6);
        _ = new AlphaPreferenceLoss(2, 0.5, 1).Evaluate(inputs);
        Assert.Equal(0, inputs["policy-rejected"].Gradient[0]);
    }

    private static double Cost(AlphaPreferenceLoss loss, double chosen, double rejected) =>
        loss.Evaluate(Pair(chosen, rejected)).Mean;

    private static LossInputs<double> Pair(double chosen, double rejected) => new()
    {
        ["policy-chosen"] = Tensor<double>.Variable(new Shape(1), [chosen]),
        ["policy-rejected"] = Tensor<double>.Variable(new Shape(1), [rejected]),
        ["chosen-length"] = Numbers(new Shape(1), 4),
        ["rejected-length"] = Numbers(new Shape(1), 3),
    };
}
