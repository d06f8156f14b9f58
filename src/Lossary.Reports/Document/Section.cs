namespace Lossary.Reports;

/// <summary>A titled part of a report; sections inside it become its sub-sections.</summary>
/// <param name="Title">The heading; its anchor is made of it.</param>
/// <param name="Blocks">The content in reading order.</param>
public sealed record Section(string Title, IReadOnlyList<Block> Blocks) : Block;
