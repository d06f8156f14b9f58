using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class IndependenceLossTests() : ArrayLaws<IndependenceLoss>
{
    [Fact]
    public void Of_two_samples_it_is_the_product_of_what_the_kernels_lack()
    {
        // K = [1, a; a, 1]: H K H = ½ (1 − a) [1, −1; −1, 1]; the sum with M = [1, b; b, 1] is (1 − a)(1 − b).
        LossInputs<double> inputs = new()
        {
            ["first"] = Numbers(new Shape(2, 1), 0, 1),
            ["second"] = Numbers(new Shape(2, 1), 0, 2),
        };
        Assert.Equal((1 - Math.Exp(-0.5)) * (1 - Math.Exp(-2)), ValueOf(inputs), 14);
    }
}
