using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class DiffusionPenaltyTests() : ArrayLaws<DiffusionPenalty>
{
    [Fact]
    public void A_slope_of_1_down_and_2_across_costs_5()
    {
        double[] plane = [0, 2, 4, 1, 3, 5, 2, 4, 6];
        Assert.Equal(5, ValueOf(new() { ["displacement"] = Numbers(new Shape(1, 3, 3, 1), plane) }), 14);
    }
}
