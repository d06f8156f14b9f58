using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class NoisePredictionLossTests() : ArrayLaws<NoisePredictionLoss>
{
    [Fact]
    public void Errors_of_1_and_3_have_a_mean_square_of_5()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), 1, 3),
            ["noise"] = Numbers(new Shape(1, 2), 0, 0),
        };
        Assert.Equal(5, ValueOf(inputs), 13);
    }
}
