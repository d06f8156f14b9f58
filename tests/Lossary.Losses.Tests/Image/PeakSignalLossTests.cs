namespace Lossary.Losses.Tests;

public sealed class PeakSignalLossTests() : ArrayLaws<PeakSignalLoss>
{
    [Fact]
    public void A_mean_square_of_a_hundredth_is_20_decibels()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 1, 2, 1], 0.6, 0.4),
            ["target"] = TestInputs.Constant([1, 1, 2, 1], 0.5, 0.5),
        };
        Assert.Equal(-20, ValueOf(inputs), 12);
        Assert.Equal(-20 - (20 * Math.Log10(255)), new PeakSignalLoss(255).Evaluate(inputs).Mean, 12);
    }

    [Fact]
    public void A_perfect_image_has_a_finite_loss_and_no_pull()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 1, 2, 1], 0.6, 0.4),
            ["target"] = TestInputs.Constant([1, 1, 2, 1], 0.6, 0.4),
        };
        Assert.Equal(-120, ValueOf(inputs), 12);
        Assert.Equal([0, 0], inputs["prediction"].Gradient.ToArray());
    }
}
