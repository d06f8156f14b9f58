namespace Lossary.Reports;

/// <summary>Points of equal rank.</summary>
/// <param name="Items">The points as plain text.</param>
public sealed record BulletList(IReadOnlyList<string> Items) : Block;
