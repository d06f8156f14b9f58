using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class VelocityPredictionLossTests() : ArrayLaws<VelocityPredictionLoss>
{
    [Fact]
    public void The_velocity_is_the_turned_pair()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), 1, 1),
            ["sample"] = Numbers(new Shape(1, 2), 2, 0),
            ["noise"] = Numbers(new Shape(1, 2), 0, 2),
            ["signal"] = Numbers(new Shape(1), 3),
            ["spread"] = Numbers(new Shape(1), 4),
        };
        Assert.Equal(0.5 * ((9 * 9) + (5 * 5)), ValueOf(inputs), 13);
    }
}
