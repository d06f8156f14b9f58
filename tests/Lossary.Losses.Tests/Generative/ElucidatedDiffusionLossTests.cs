using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ElucidatedDiffusionLossTests() : ArrayLaws<ElucidatedDiffusionLoss>
{
    [Fact]
    public void At_the_spread_of_the_data_an_error_weighs_8()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), 1, 3),
            ["sample"] = Numbers(new Shape(1, 2), 0, 0),
            ["spread"] = Numbers(new Shape(1), 0.5),
        };
        Assert.Equal(8 * 5, ValueOf(inputs), 13);
    }
}
