namespace Lossary.Losses.Tests;

public sealed class SimSiamLossTests() : ArrayLaws<SimSiamLoss>
{
    [Fact]
    public void It_is_half_of_BYOL_both_ways_less_1()
    {
        LossInputs<double> inputs = Example(3), there = new(), back = new();
        there["prediction"] = inputs["first-prediction"];
        there["target"] = inputs["second-projection"];
        back["prediction"] = inputs["second-prediction"];
        back["target"] = inputs["first-projection"];
        double expected = (0.25 * (new ByolLoss().Evaluate(there).Mean + new ByolLoss().Evaluate(back).Mean)) - 1;
        Assert.Equal(expected, new SimSiamLoss().Evaluate(inputs).Mean, 13);
    }
}
