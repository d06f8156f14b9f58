namespace Lossary.Losses.Tests;

public sealed class GradientDifferenceLossTests() : ArrayLaws<GradientDifferenceLoss>
{
    [Fact]
    public void Only_the_sizes_of_steps_count()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 2, 2, 1], 0, 1, 2, 2),
            ["target"] = TestInputs.Constant([1, 2, 2, 1], 0, -1, 5, 5),
        };
        Assert.Equal(((3.0 + 5) / 2) + 0, ValueOf(inputs), 14);
    }
}
