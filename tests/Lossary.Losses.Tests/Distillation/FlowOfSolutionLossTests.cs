using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FlowOfSolutionLossTests() : ArrayLaws<FlowOfSolutionLoss>
{
    [Fact]
    public void Two_pixels_of_one_channel_have_the_mean_of_their_products()
    {
        Shape shape = new(1, 1, 2, 1);
        LossInputs<double> inputs = new()
        {
            ["student-before"] = Numbers(shape, 1, 2),
            ["student-after"] = Numbers(shape, 3, 4),
            ["teacher-before"] = Numbers(shape, 1, 1),
            ["teacher-after"] = Numbers(shape, 2, 4),
        };
        Assert.Equal(Math.Pow(5.5 - 3, 2), ValueOf(inputs), 13);
    }
}
