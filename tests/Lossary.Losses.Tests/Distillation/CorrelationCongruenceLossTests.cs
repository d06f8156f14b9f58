using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CorrelationCongruenceLossTests() : ArrayLaws<CorrelationCongruenceLoss>
{
    [Fact]
    public void Vectors_across_and_alike_differ_in_nearness()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = Numbers(new Shape(2, 2), 3, 0, 0, 2),
            ["teacher"] = Numbers(new Shape(2, 1), 1, 5),
        };
        Assert.Equal(0.5 * Math.Pow(Math.Exp(-0.8) - 1, 2), ValueOf(inputs), 14);
    }
}
