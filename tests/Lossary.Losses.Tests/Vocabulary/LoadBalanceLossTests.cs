using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LoadBalanceLossTests() : ArrayLaws<LoadBalanceLoss>
{
    [Fact]
    public void Two_tokens_for_the_same_of_two_experts_cost_twice_its_mean_probability()
    {
        LossInputs<double> inputs = new() { ["logits"] = Tensor<double>.Variable(new Shape(2, 2), [1.0, 0, 3, 0]) };
        double expected = (1 / (1 + Math.Exp(-1))) + (1 / (1 + Math.Exp(-3)));
        Assert.Equal(expected, new LoadBalanceLoss().Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Shares_of_many_tokens_are_exact_in_single_precision()
    {
        const int Tokens = 300_000;
        float[] logits = [.. Enumerable.Range(0, 2 * Tokens).Select(i => i % 2 == 0 ? 1f : 0)];
        LossInputs<float> inputs = new() { ["logits"] = Tensor<float>.Variable(new Shape(Tokens, 2), logits) };
        Assert.Equal(2 / (1 + Math.Exp(-1)), new LoadBalanceLoss().Evaluate(inputs).Mean, 4);
    }

    [Fact]
    public void An_even_load_costs_1()
    {
        LossInputs<double> inputs = new() { ["logits"] = Tensor<double>.Variable(new Shape(2, 2), [1.0, 0, 0, 1]) };
        Assert.Equal(1, new LoadBalanceLoss().Evaluate(inputs).Mean, 14);
    }
}
