using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MutualInformationLossTests() : ArrayLaws<MutualInformationLoss>
{
    [Fact]
    public void A_black_and_white_image_says_all_of_its_negative()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2, 2), 0, 1, 1, 0),
            ["target"] = Numbers(new Shape(1, 2, 2), 1, 0, 0, 1),
        };
        Assert.Equal(-Math.Log(2), new MutualInformationLoss(2, 0.1).Evaluate(inputs).Mean, 6);
    }

    [Fact]
    public void Of_an_image_that_has_nothing_to_do_with_it_it_says_nothing()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2, 2), 0, 1, 0, 1),
            ["target"] = Numbers(new Shape(1, 2, 2), 0, 0, 1, 1),
        };
        Assert.Equal(0, new MutualInformationLoss(2, 0.1).Evaluate(inputs).Mean, 12);
    }
}
