using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class NegativeBinomialLossTests() : PointwiseLaws<NegativeBinomialLoss>(new(0.4), 0.4)
{
    /// <inheritdoc/>
    /// <remarks>A count in the thousands is among them: the slope is bounded for each target, but not over all.</remarks>
    protected override IReadOnlyList<double> Targets => [0, 0.05, 1, 7.5, 3000];

    protected override double Published(double prediction, double target) =>
        ((target + 2.5) * Math.Log(1 + (0.4 * Math.Exp(prediction)))) - (target * prediction);

    [Theory]
    [InlineData(1e-10)]
    [InlineData(1e-7)]
    public void Little_dispersion_is_Poisson(double alpha)
    {
        // From the series of ln(1 + αμ): the two differ by α (tμ − μ²/2) and terms of higher order.
        foreach (double t in new[] { 0.0, 1, 6 })
        {
            foreach (double z in new[] { -3, 0.2, 2 })
            {
                LossPoint here = At(alpha, z, t), there = Poisson.At(z, t);
                Close.Check(there.Value, here.Value, 0, (100 * alpha) + 1e-14, $"L({z:R}, {t:R})");
                Close.Check(there.Slope, here.Slope, 0, (100 * alpha) + 1e-14, $"L'({z:R}, {t:R})");
                Close.Check(there.Curvature, here.Curvature, 0, (200 * alpha) + 1e-14, $"L''({z:R}, {t:R})");
            }
        }
    }

    [Fact]
    public void Value_and_slope_are_those_of_the_probability()
    {
        // P(2) for mean 3 and α = ½, by hand: r = 2 trials of success 2/(2 + 3), Γ(4)/(Γ(2) 2!) (2/5)² (3/5)² = 3 · 0.0576.
        double constants = Math.Log(6) - Math.Log(2) + (2 * Math.Log(0.5));
        LossPoint at = At(0.5, Math.Log(3), 2);
        Close.Check(-Math.Log(0.1728), at.Value - constants, 1e-14, 0, $"−ln P");
        Close.Check((3 - 2) / 2.5, at.Slope, 1e-14, 0, $"the slope");
    }

    /// <summary>From the golden cases papers/negative_binomial_nll/03161bdf5d and 728289ade3, worked out with PyTorch.</summary>
    [Theory]
    [InlineData(1.589988, 0.933364, 6, 3.8943073828510255, -1.1165746568551493)]
    [InlineData(4.681675, 0.673261, 5, 2.522271096933555, -0.01637620519914265)]
    [InlineData(2.724415, 0.666059, 0, 1.5536576534630056, 0.3552876048463708)]
    [InlineData(5.316913, 0.139131, 2, 2.3085653060336844, 0.3585818674435999)]
    public void Value_and_slope_by_the_mean_are_the_golden_ones(
        double mean, double alpha, double count, double expected, double slope)
    {
        double constants = RealFunctions.LogGamma(count + 1) + RealFunctions.LogGamma(1 / alpha)
            - RealFunctions.LogGamma(count + (1 / alpha)) - (count * Math.Log(alpha));
        LossPoint at = At(alpha, Math.Log(mean), count);
        Close.Check(expected, at.Value + constants, 1e-9, 0, $"−ln P");
        Close.Check(slope, at.Slope / mean, 1e-9, 0, $"the slope by the mean");
    }

    [Fact]
    public void Huge_count_pulls_less_the_larger_the_predicted_mean()
    {
        double near = At(1, Math.Log(9), 1000).Slope;
        Close.Check((9 - 1000) / 10.0, near, 1e-14, 0, $"the slope");
        Close.Check(9 - 1000, Poisson.At(Math.Log(9), 1000).Slope, 1e-14, 0, $"Poisson's slope");
    }

    [Fact]
    public void Scaled_counts_have_their_loss_scaled_if_the_dispersion_is_divided()
    {
        // L(z − ln 12, t / 12; 12 α) = L(z, t; α) / 12 but for a term of the target.
        LossPoint pieces = At(0.4, 1.7, 30);
        LossPoint dozens = At(4.8, 1.7 - Math.Log(12), 2.5);
        Close.Check(pieces.Slope / 12, dozens.Slope, 1e-13, 0, $"the slope");
        Close.Check(pieces.Curvature / 12, dozens.Curvature, 1e-13, 0, $"the curvature");
    }

    private static ISampleLoss Poisson => LossCatalogue.Create<ISampleLoss>("poisson");

    private static LossPoint At(double alpha, double z, double t) =>
        ((ISampleLoss)LossCatalogue.Find("negative-binomial").Create(alpha)).At(z, t);
}
