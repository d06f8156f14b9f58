namespace Lossary.Losses.Tests;

public sealed class MinimaxGeneratorLossTests() : ArrayLaws<MinimaxGeneratorLoss>
{
    [Fact]
    public void A_logit_of_minus_1_costs_the_logarithm_of_being_found_out() =>
        Assert.Equal(-Math.Log(1 + Math.Exp(-1)), CostOf(("fake", -1)), 13);

    [Fact]
    public void Its_gradient_vanishes_where_the_discriminator_wins()
    {
        LossInputs<double> inputs = Given(("fake", [-50.0]));
        Subject.Evaluate(inputs);
        Assert.Equal(0, inputs["fake"].Gradient[0], 1e-20);
    }
}
