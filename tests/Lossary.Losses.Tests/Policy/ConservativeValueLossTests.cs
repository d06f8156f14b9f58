using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ConservativeValueLossTests() : ArrayLaws<ConservativeValueLoss>
{
    [Fact]
    public void The_soft_maximum_less_the_chosen_value_and_half_its_squared_error()
    {
        LossInputs<double> inputs = new()
        {
            ["values"] = new(new Shape(1, 2), new double[] { 1, 3 }),
            ["action"] = new(new Shape(1), new double[1]),
            ["target"] = new(new Shape(1), new double[] { 4 }),
        };
        Assert.Equal(Math.Log(Math.E + Math.Exp(3)) - 1 + 4.5, ValueOf(inputs), 13);
    }
}
