using Lossary.Data;

namespace Lossary.Samples;

/// <summary>A published finding: what was found by whom, and how it is found again.</summary>
public sealed record PublishedFinding
{
    /// <summary>What the command line calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The finding in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it, and where.</summary>
    public required string Source { get; init; }

    /// <summary>What they found, with their numbers.</summary>
    public required string Published { get; init; }

    /// <summary>How this reproduction is done, and where it departs from theirs.</summary>
    public required string Method { get; init; }

    /// <summary>The data set that must have been fetched; null where all data come along.</summary>
    public DataPackage? Needs { get; init; }

    /// <summary>Finds it again, and tells how far it has come.</summary>
    public required Func<TextWriter, ResultTable> Run { get; init; }

    /// <summary>What must be seen in the table.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }
}

/// <summary>A sentence, and whether a table bears it out.</summary>
public sealed record Claim(string Text, Func<ResultTable, bool> IsBorneOut);
