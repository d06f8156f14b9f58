using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LatentDivergenceLossTests() : ArrayLaws<LatentDivergenceLoss>
{
    [Fact]
    public void Each_sample_sums_over_its_numbers()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Numbers(new Shape(1, 2), 1, 2),
            ["log-variance"] = Numbers(new Shape(1, 2), 0, 1),
        };
        Assert.Equal(0.5 * (1 + 4 + Math.E - 2), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_log_variance_of_a_millionth_keeps_its_digits()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Numbers(new Shape(1, 1), 0),
            ["log-variance"] = Numbers(new Shape(1, 1), 1e-6),
        };
        Assert.Equal(0.25000008333335417e-12, ValueOf(inputs), 1e-25);
    }

    [Fact]
    public void Free_bits_cost_what_they_are_and_pull_nowhere()
    {
        IArrayLoss free = LossCatalogue.Create<IArrayLoss>("vae-kl:beta=2,free=0.5");
        LossInputs<double> inputs = new()
        {
            ["mean"] = new(new Shape(1, 2), new double[] { 0, 2 }, new double[2]),
            ["log-variance"] = new(new Shape(1, 2), new double[2]),
        };
        Assert.Equal(2 * (0.5 + 2), free.Evaluate(inputs).Mean, 13);
        Assert.Equal([0, 4], inputs["mean"].Gradient.ToArray());
    }
}
