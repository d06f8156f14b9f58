using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SlicedScoreMatchingLossTests() : ArrayLaws<SlicedScoreMatchingLoss>
{
    [Fact]
    public void A_score_of_1_and_2_along_3_and_minus_1_has_half_a_square_of_1()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Numbers(new Shape(1, 2), 1, 2),
            ["direction"] = Numbers(new Shape(1, 2), 3, -1),
            ["derivative"] = Numbers(new Shape(1), -4),
        };
        Assert.Equal(-3.5, ValueOf(inputs), 14);
    }
}
