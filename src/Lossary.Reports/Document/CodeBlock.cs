namespace Lossary.Reports;

/// <summary>Text to be copied letter by letter, such as a command.</summary>
/// <param name="Code">The text; line breaks are kept.</param>
public sealed record CodeBlock(string Code) : Block;
