namespace Lossary.Training;

/// <summary>The number that tunes a metric, such as the level of a quantile.</summary>
/// <param name="Name">As users write it: <c>pinball:level=0.9</c>.</param>
/// <param name="Default">What it is unless said otherwise.</param>
/// <param name="Low">Its smallest value.</param>
/// <param name="High">Its largest value.</param>
public sealed record MetricParameter(string Name, double Default, double Low, double High);
