using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What a command line of <c>recommend</c> asks for.</summary>
internal sealed record RecommendRequest
{
    public required string Data { get; init; }

    public string? Target { get; init; }

    public required TargetOptions TargetOptions { get; init; }

    public required Needs Needs { get; init; }

    public required Thresholds Thresholds { get; init; }

    public bool IsExplained { get; init; }

    public bool IsTimed { get; init; }

    public bool IsJson { get; init; }
}
