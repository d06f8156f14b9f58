using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SurvivalRankedProbabilityLossTests() : ArrayLaws<SurvivalRankedProbabilityLoss>
{
    [Theory]
    [InlineData(1, (0.25 * 0.25) + (0.5 * 0.5))]
    [InlineData(0, (0.25 * 0.25) + (0.5 * 0.5))]
    public void An_event_is_scored_on_both_sides_and_a_censored_time_on_one(double seen, double cost)
    {
        // Shares ¼, ¼ and, never, ½; the second interval.
        LossInputs<double> inputs = new()
        {
            ["logit"] = Numbers(new Shape(1, 2), -Math.Log(2), -Math.Log(2)),
            ["interval"] = Numbers(new Shape(1), 1),
            ["event"] = Numbers(new Shape(1), seen),
        };
        Assert.Equal(cost, ValueOf(inputs), 14);
    }

    [Fact]
    public void An_event_in_the_first_interval_wants_all_before_its_end()
    {
        LossInputs<double> inputs = new()
        {
            ["logit"] = Numbers(new Shape(1, 2), Math.Log(3), -100),
            ["interval"] = Numbers(new Shape(1), 0),
            ["event"] = Numbers(new Shape(1), 1),
        };
        Assert.Equal(2 * 0.0625, ValueOf(inputs), 14);
    }
}
