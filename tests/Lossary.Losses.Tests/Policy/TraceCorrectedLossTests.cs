using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TraceCorrectedLossTests() : ArrayLaws<TraceCorrectedLoss>
{
    // Targets, weights and advantages are constants of the step.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void On_the_policys_own_actions_targets_are_returns_of_all_steps()
    {
        // γ = ½: v₁ = 2 + ½ · 4 = 4, v₀ = 1 + ½ · 4 = 3.
        LossInputs<double> inputs = Inputs([-0.5, -1]);
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("v-trace:discount=0.5,value-weight=1");
        double value = (-(3 - 10) * -0.5) + (-(4 - 20) * -1) + (0.5 * 49) + (0.5 * 256);
        Assert.Equal(value / 2, loss.Evaluate(inputs).Mean, 13);
        Assert.Equal([7.0 / 2, 16.0 / 2], inputs["log-probability"].Gradient.ToArray());
        Assert.Equal([7.0 / 2, 16.0 / 2], inputs["value"].Gradient.ToArray());
    }

    [Fact]
    public void Steps_half_as_likely_by_now_count_half()
    {
        // ρ = c = ½: v₁ = 20 + ½ (2 + 2 − 20) = 12, δ₀ = ½ (1 + 10 − 10), v₀ = 10 + ½ + ¼ (12 − 20) = 8.5.
        LossInputs<double> inputs = Inputs([-0.5 + Math.Log(2), -1 + Math.Log(2)]);
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("v-trace:discount=0.5,value-weight=1");
        loss.Evaluate(inputs);
        double[] expected = [(10 - 8.5) / 2, (20 - 12) / 2.0];
        Assert.Equal(expected[0], inputs["value"].Gradient[0], 13);
        Assert.Equal(expected[1], inputs["value"].Gradient[1], 13);
        Assert.Equal(-0.5 * (1 + 6 - 10) / 2, inputs["log-probability"].Gradient[0], 13);
    }

    private static LossInputs<double> Inputs(double[] behaviour) => new()
    {
        ["value"] = Tensor<double>.Variable(new Shape(1, 2), [10, 20]),
        ["log-probability"] = Tensor<double>.Variable(new Shape(1, 2), [-0.5, -1]),
        ["behaviour"] = Numbers(new Shape(1, 2), behaviour),
        ["reward"] = Numbers(new Shape(1, 2), 1, 2),
        ["next-value"] = Numbers(new Shape(1), 4),
    };
}
