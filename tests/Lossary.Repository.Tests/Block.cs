namespace Lossary.Repository.Tests;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Language">What stands after the fence.</param>
/// <param name="Text">The lines between the fences.</param>
internal sealed record Block(string Language, string Text)
{
    /// <summary>The page's blocks, in order.</summary>
    public static IEnumerable<Block> Of(string markdown)
    {
        string? language = null;
        List<string> lines = [];
        foreach (string line in markdown.Split('\n'))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (isFence && language is not null)
            {
                yield return new(language, string.Join('\n', lines));
                language = null;
            }
            else if (isFence)
            {
                language = line[3..];
                lines = [];
            }
            else if (language is not null)
            {
                lines.Add(line);
            }
        }
    }
}
