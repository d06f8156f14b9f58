using Lossary.Losses;

namespace Lossary.Conformance;

/// <summary>What a loss of one prediction and one target gives.</summary>
/// <param name="Values">The weighted loss of each sample, [n].</param>
/// <param name="Gradient">The gradient of the reduced loss, [n].</param>
/// <param name="Totals">The sum, and what the mean divides by.</param>
internal sealed record SampleOutcome(double[] Values, double[] Gradient, Totals Totals);
