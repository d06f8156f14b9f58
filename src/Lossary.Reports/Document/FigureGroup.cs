namespace Lossary.Reports;

/// <summary>Figures that are read together, side by side where there is room, with one key for their lines.</summary>
/// <param name="Figures">The figures in reading order; two fit beside each other.</param>
public sealed record FigureGroup(IReadOnlyList<Figure> Figures) : Block
{
    /// <summary>What the lines of all figures are named; empty where the figures name them themselves.</summary>
    public IReadOnlyList<KeyEntry> Key { get; init; } = [];
}
