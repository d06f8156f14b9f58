using Lossary.Training;

namespace Lossary.Studies;

/// <summary>A metric and its value; NaN where it has none for these numbers.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value.</param>
public sealed record MetricValue(Metric Metric, double Value);
