namespace Lossary.Losses.Tests;

public sealed class MultiRootMeanSquaredLossTests() : ArrayLaws<MultiRootMeanSquaredLoss>
{
    [Fact]
    public void What_was_not_observed_does_not_count()
    {
        // Output 1: 9 of one row; output 2: (16 + 0) / 2.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([2, 2], 3, 4, 7, 0),
            ["target"] = TestInputs.Constant([2, 2], 0, 0, 0, 0),
            ["observed"] = TestInputs.Constant([2, 2], 1, 1, 0, 1),
        };
        Assert.Equal(Math.Sqrt(17), ValueOf(inputs), 14);
        Assert.Equal(3 / Math.Sqrt(17), inputs["prediction"].Gradient[0], 14);
        Assert.Equal(0, inputs["prediction"].Gradient[2]);
    }

    [Fact]
    public void One_output_is_the_root_mean_squared_error()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([3, 1], 3, 4, 7),
            ["target"] = TestInputs.Constant([3, 1], 1, 1, 1),
        };
        LossInputs<double> flat = TestInputs.Pair("prediction", [3, 4, 7], "target", [1, 1, 1]);
        Assert.Equal(new RootMeanSquaredLoss().Evaluate(flat).Mean, ValueOf(inputs), 14);
    }
}
