namespace Lossary.Losses.Tests;

public sealed class SinkhornLossTests() : ArrayLaws<SinkhornLoss>(0.5, 50)
{
    [Fact]
    public void With_little_smoothing_it_is_the_cost_of_the_best_plan()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 10),
            ["other"] = TestInputs.Variable([2, 1], 11, 2),
        };
        Assert.Equal((4 + 1) / 2.0, new SinkhornLoss(1e-2, 100).Evaluate(inputs).Mean, 10);
    }

    [Fact]
    public void With_much_smoothing_all_is_spread_evenly()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 1], 0, 1),
            ["other"] = TestInputs.Variable([1, 1], 3),
        };
        Assert.Equal((9 + 4) / 2.0, new SinkhornLoss(1e6, 10).Evaluate(inputs).Mean, 4);
    }
}
