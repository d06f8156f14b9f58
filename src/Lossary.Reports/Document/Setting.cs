namespace Lossary.Reports;

/// <summary>A name and what it was set to.</summary>
/// <param name="Name">What was set.</param>
/// <param name="Value">What it was set to.</param>
public sealed record Setting(string Name, string Value);
