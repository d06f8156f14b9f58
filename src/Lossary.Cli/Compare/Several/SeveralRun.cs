using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What a run over several data sets was: everything that it takes to make it again.</summary>
internal sealed record SeveralRun
{
    public required string Command { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyList<DataDescription> DataSets { get; init; }

    public required string Task { get; init; }

    public required string Metric { get; init; }

    public required IReadOnlyList<string> Losses { get; init; }

    public required ComparisonOptions Options { get; init; }

    public required MachineDescription Machine { get; init; }

    public static SeveralRun Of(SeveralComparisons several, CompareRequest request) => new()
    {
        Command = "lossary " + string.Join(' ', request.Words.Select(RunDescription.Quoted)),
        Version = RunDescription.ProgramVersion,
        DataSets =
        [
            .. several.Results.Select(result => new DataDescription(
                result.Table.Name, result.Table.Hash, result.Target.Name, result.Target.Count, result.Width)),
        ],
        Task = TaskNames.NameOf(several.Results[0].Target.Task),
        Metric = several.Metric.Key,
        Losses = [.. several.Losses.Select(loss => loss.Name)],
        Options = request.Options,
        Machine = MachineDescription.OfThis(),
    };
}
