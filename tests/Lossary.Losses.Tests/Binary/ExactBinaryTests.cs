using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// Values and slopes against 800-digit arithmetic rounded once (tests/golden/ulp_mpmath.json), in units of the last
/// place.
/// </summary>
public sealed class ExactBinaryTests
{
    private const double Most = 4;

    private static readonly GoldenFile Exact = GoldenFile.Read("ulp_mpmath");

    [Theory]
    [InlineData("bce_logits_y0", "binary-cross-entropy", 0)]
    [InlineData("bce_logits_y0.25", "binary-cross-entropy", 0.25)]
    [InlineData("bce_logits_y1", "binary-cross-entropy", 1)]
    [InlineData("bce_logits_y0", "weighted-binary-cross-entropy", 0)]
    [InlineData("bce_logits_y1", "weighted-binary-cross-entropy", 1)]
    [InlineData("bce_logits_y0", "binary-focal:gamma=0,balanced=0", 0)]
    [InlineData("bce_logits_y1", "binary-focal:gamma=0,balanced=0", 1)]
    [InlineData("bce_logits_y0", "asymmetric:gamma-positive=0,gamma-negative=0,margin=0", 0)]
    [InlineData("bce_logits_y1", "asymmetric:gamma-positive=0,gamma-negative=0,margin=0", 1)]
    [InlineData("focal_logits_g2_y1", "binary-focal:balanced=0", 1)]
    [InlineData("soft_margin_y1", "logistic", 1)]
    [InlineData("exponential_y1", "exponential", 1)]
    [InlineData("bce_prob_y0", "log-loss-on-probabilities:log-floor=-1000,denominator-floor=1e-300", 0)]
    [InlineData("bce_prob_y1", "log-loss-on-probabilities:log-floor=-1000,denominator-floor=1e-300", 1)]
    public void Value_and_slope_are_within_four_units_in_the_last_place(string operation, string name, double target)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
        foreach (GoldenCase c in Exact.Of(operation))
        {
            double[] inputs = c.Inputs["input"].Data;
            double[] values = c.Values["none"].Data;
            double[] slopes = c.Other("grad_elementwise").Data;
            for (int i = 0; i < inputs.Length; i++)
            {
                LossPoint found = loss.At(inputs[i], target);
                Near(values[i], found.Value, $"{name}: L({inputs[i]:R}, {target})");
                Near(slopes[i], found.Slope, $"{name}: L'({inputs[i]:R}, {target})");
            }
        }
    }

    private static void Near(double expected, double found, FormattableString what) => Close.Claim(
        GoldenTolerance.UnitsInTheLastPlace(expected, found) <= Most,
        $"{FormattableString.Invariant(what)} is {found:R}, exactly {expected:R}");
}
