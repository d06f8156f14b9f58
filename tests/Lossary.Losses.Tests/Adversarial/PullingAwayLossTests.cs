using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PullingAwayLossTests() : ArrayLaws<PullingAwayLoss>
{
    [Fact]
    public void Three_codes_two_alike_and_one_across_have_a_mean_squared_cosine_of_a_third()
    {
        LossInputs<double> inputs = new() { ["code"] = new(new Shape(3, 2), new double[] { 1, 0, 5, 0, 0, 2 }) };
        Assert.Equal(1.0 / 3, ValueOf(inputs), 14);
    }

    [Fact]
    public void One_code_alone_costs_nothing()
    {
        LossInputs<double> inputs = new() { ["code"] = new(new Shape(1, 2), new double[] { 1, 0 }) };
        Assert.Equal(0, ValueOf(inputs));
    }
}
