namespace Lossary.Reports;

/// <summary>A remark that must not be overread: a failure, a limit, a warning.</summary>
/// <param name="Text">Plain text.</param>
public sealed record Notice(string Text) : Block;
