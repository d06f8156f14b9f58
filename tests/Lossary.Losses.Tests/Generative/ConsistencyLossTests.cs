using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ConsistencyLossTests() : ArrayLaws<ConsistencyLoss>(2)
{
    [Fact]
    public void A_distance_of_3_at_a_c_of_4_costs_1()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 4), 3, 0, 0, 0),
            ["teacher"] = Numbers(new Shape(1, 4), 0, 0, 0, 0),
        };
        Assert.Equal(1, ValueOf(inputs), 13);
    }
}
