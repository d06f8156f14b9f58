using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class DenoisingScoreMatchingLossTests() : ArrayLaws<DenoisingScoreMatchingLoss>
{
    [Fact]
    public void A_score_that_points_back_costs_nothing_and_one_that_points_away_4()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), -0.5, 0.5),
            ["noise"] = Numbers(new Shape(1, 2), 1, 1),
            ["spread"] = Numbers(new Shape(1), 2),
        };
        Assert.Equal(4, ValueOf(inputs), 13);
    }
}
