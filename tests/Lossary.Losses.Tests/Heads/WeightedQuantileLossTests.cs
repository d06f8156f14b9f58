using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class WeightedQuantileLossTests() : ArrayLaws<WeightedQuantileLoss>
{
    [Fact]
    public void Twice_the_pinball_losses_count_in_units_of_the_targets()
    {
        // Levels 0.1, 0.5, 0.9: target 3 under 1, 2, 5 and target −1 under −2, −1, 0.
        double first = ((0.1 * 2) + (0.5 * 1) + (0.1 * 2)) / 3, second = ((0.1 * 1) + 0 + (0.1 * 1)) / 3;
        Assert.Equal(2 * (first + second) / 4, ValueOf(Inputs([1, 2, 5, -2, -1, 0], 3, -1)), 13);
    }

    [Fact]
    public void At_the_median_it_is_the_weighted_absolute_percentage_error()
    {
        LossInputs<double> inputs = new()
        {
            ["quantiles"] = Tensor<double>.Variable(new Shape(2, 1), [4, 11]),
            ["levels"] = Numbers(new Shape(1), 0.5),
            ["target"] = Numbers(new Shape(2), 2, 12),
        };
        Assert.Equal((2.0 + 1) / (2 + 12), ValueOf(inputs), 13);
    }

    [Fact]
    public void Totals_of_batches_add_up_to_the_loss_of_the_whole()
    {
        Totals one = default(WeightedQuantileLoss).Evaluate(Inputs([1, 2, 5, -2, -1, 0], 3, -1));
        Totals other = default(WeightedQuantileLoss).Evaluate(Inputs([0, 4, 5, 2, 2, 2], 7, 0));
        LossInputs<double> whole = Inputs([1, 2, 5, -2, -1, 0, 0, 4, 5, 2, 2, 2], 3, -1, 7, 0);
        Assert.Equal(default(WeightedQuantileLoss).Evaluate(whole).Mean, (one + other).Mean, 13);
    }

    [Fact]
    public void A_batch_of_zeros_weighs_nothing()
    {
        LossInputs<double> inputs = Inputs([1, 2, 5, -2, -1, 0], 0, 0);
        Assert.Equal(new Totals(0, 0), default(WeightedQuantileLoss).Evaluate(inputs));
        Assert.Equal(new double[6], inputs["quantiles"].Gradient.ToArray());
    }

    private static LossInputs<double> Inputs(double[] quantiles, params double[] targets) => new()
    {
        ["quantiles"] = Tensor<double>.Variable(new Shape(targets.Length, 3), quantiles),
        ["levels"] = Numbers(new Shape(3), 0.1, 0.5, 0.9),
        ["target"] = Numbers(new Shape(targets.Length), targets),
    };
}
