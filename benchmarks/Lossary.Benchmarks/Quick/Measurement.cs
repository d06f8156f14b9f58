namespace Lossary.Benchmarks;

/// <summary>A line of results.</summary>
/// <param name="Case">What was measured, such as <c>huber/1e4</c>.</param>
/// <param name="Ours">The median, in the unit.</param>
/// <param name="Unit">Such as <c>ns/element</c>.</param>
/// <param name="Fastest">The fastest batch, in the unit.</param>
/// <param name="Bytes">Allocated by a call.</param>
/// <param name="Goal">What it should be at most, in the unit; null where no goal is set.</param>
internal sealed record Measurement(
    string Case, double Ours, string Unit, double Fastest, double Bytes, double? Goal = null);
