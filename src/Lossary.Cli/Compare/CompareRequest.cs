using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What a command line of <c>compare</c> asks for.</summary>
internal sealed record CompareRequest
{
    public string Data => DataSets[0].Data;

    /// <summary>One or more.</summary>
    public required IReadOnlyList<DataName> DataSets { get; init; }

    public string? Target { get; init; }

    public string? Task { get; init; }

    public string? Positive { get; init; }

    public string? Weights { get; init; }

    public string? Losses { get; init; }

    /// <summary>What no data can tell, the deciding metric among it.</summary>
    public required Needs Needs { get; init; }

    /// <summary>What must not be better; null where nothing is to be checked.</summary>
    public string? Baseline { get; init; }

    /// <summary>How the target is to be read.</summary>
    public TargetOptions TargetOptions => new()
    {
        // Grades and times are numbers, however few there are.
        Task = TaskOption.Parse(
            Task) ?? (Needs is { QueryColumn: null, EventColumn: null } ? null : TaskKind.Regression),
        Positive = Positive,
        Weights = Weights,
        Events = Needs.EventColumn,
        Query = Needs.QueryColumn,
    };

    public string? Out { get; init; }

    /// <summary>Whether the best losses are tried on troubled rows as well.</summary>
    public bool IsStressed { get; init; }

    /// <summary>The run to go on with; null for a new one.</summary>
    public RunDirectory? Resumed { get; init; }

    public bool IsKept { get; init; }

    public bool IsJson { get; init; }

    public bool IsQuiet { get; init; }

    public required ComparisonOptions Options { get; init; }

    /// <summary>The words after <c>lossary</c>.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
