namespace Lossary.Losses.Tests;

public sealed class TradesLossTests() : ArrayLaws<TradesLoss>
{
    [Fact]
    public void Without_an_attack_it_is_cross_entropy()
    {
        LossInputs<double> inputs = new()
        {
            ["clean"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["adversarial"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([1], 0),
        };
        Assert.Equal(Math.Log(4), ValueOf(inputs), 14);
    }

    [Fact]
    public void An_attack_costs_six_times_its_divergence()
    {
        LossInputs<double> inputs = new()
        {
            ["clean"] = TestInputs.Variable([1, 2], 0, 0),
            ["adversarial"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["target"] = TestInputs.Constant([1], 0),
        };
        double divergence = 0.5 * (Math.Log(0.5 / 0.25) + Math.Log(0.5 / 0.75));
        Assert.Equal(Math.Log(2) + (6 * divergence), ValueOf(inputs), 14);
    }
}
