using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ClassifierDiscrepancyLossTests() : ArrayLaws<ClassifierDiscrepancyLoss>
{
    [Fact]
    public void Shares_of_a_half_and_of_a_fifth_differ_by_three_tenths()
    {
        LossInputs<double> inputs = new()
        {
            ["first"] = Numbers(new Shape(1, 2), 1, 1),
            ["second"] = Numbers(new Shape(1, 2), 0, Math.Log(4)),
        };
        Assert.Equal(0.3, ValueOf(inputs), 14);
    }
}
