using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ShortTimeFourierLossTests() : ArrayLaws<ShortTimeFourierLoss>(8, 4, 8, 1, 1, 0.5)
{
    protected override int Rows => 4;

    // Logarithms of magnitudes bend sharply where these are small.
    protected override double GradientPrecision => 2e-6;

    [Fact]
    public void A_constant_has_the_sum_of_the_window_for_its_first_magnitude()
    {
        // A Hann window of length 4: 0, ½, 1, ½. One stretch: of a constant a the magnitudes are 2a, a, 0.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 3), 3, 3, 3),
            ["target"] = Numbers(new Shape(1, 3), 1, 1, 1),
        };
        Assert.Equal(2, new ShortTimeFourierLoss(4, 100, 4, 1, 0, 0).Evaluate(inputs).Mean, 7);
        Assert.Equal((4.0 + 2) / 3, new ShortTimeFourierLoss(4, 100, 4, 0, 0, 1).Evaluate(inputs).Mean, 12);
        Assert.Equal(2 * Math.Log(3) / 3, new ShortTimeFourierLoss(4, 100, 4, 0, 1, 0).Evaluate(inputs).Mean, 12);
    }

    [Fact]
    public void A_signal_too_short_to_be_mirrored_is_refused()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 3), 3, 3, 3),
            ["target"] = Numbers(new Shape(1, 3), 1, 1, 1),
        };
        Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs));
    }
}
