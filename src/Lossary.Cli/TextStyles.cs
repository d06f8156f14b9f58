using Spectre.Console;

namespace Lossary.Cli;

/// <summary>How texts stand out in a terminal: the same way in every command.</summary>
internal static class TextStyles
{
    /// <summary>Answers and headings.</summary>
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    /// <summary>What is to be taken.</summary>
    public static Style Taken { get; } = new(Color.Green);

    /// <summary>What may be skipped.</summary>
    public static Style Quiet { get; } = new(Color.Grey);
}
