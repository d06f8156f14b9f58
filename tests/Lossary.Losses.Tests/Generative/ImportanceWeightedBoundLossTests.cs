using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ImportanceWeightedBoundLossTests() : ArrayLaws<ImportanceWeightedBoundLoss>
{
    [Fact]
    public void Weights_of_1_and_3_have_a_mean_of_2()
    {
        LossInputs<double> inputs = new()
        {
            ["log-weights"] = Numbers(new Shape(1, 2), 0, 0),
        };
        inputs["log-weights"].Values[1] = Math.Log(3);
        Assert.Equal(-Math.Log(2), ValueOf(inputs), 13);
    }
}
