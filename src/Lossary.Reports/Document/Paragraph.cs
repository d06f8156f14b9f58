namespace Lossary.Reports;

/// <summary>Running text.</summary>
/// <param name="Text">Plain text.</param>
public sealed record Paragraph(string Text) : Block;
