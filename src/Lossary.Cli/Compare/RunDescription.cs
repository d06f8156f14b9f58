using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What a run was: everything that it takes to make it again.</summary>
internal sealed record RunDescription
{
    public required string Command { get; init; }

    public required string Version { get; init; }

    public required DataDescription Data { get; init; }

    public required string Task { get; init; }

    public required string TaskReason { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    public required string Metric { get; init; }

    public required IReadOnlyList<string> Losses { get; init; }

    public required ComparisonOptions Options { get; init; }

    public required MachineDescription Machine { get; init; }

    public static RunDescription Of(ComparisonResult result, CompareRequest request) => new()
    {
        Command = "lossary " + string.Join(' ', request.Words.Select(Quoted)),
        Version = ProgramVersion,
        Data = new(result.Table.Name, result.Table.Hash, result.Target.Name, result.Target.Count, result.Width),
        Task = TaskNames.NameOf(result.Target.Task),
        TaskReason = result.Target.Reason,
        Classes = result.Target.ClassNames,
        Metric = result.Metric.Key,
        Losses = [.. result.Outcomes.Select(outcome => outcome.Name)],
        Options = result.Options with { BatchSize = result.BatchSize },
        Machine = MachineDescription.OfThis(),
    };

    private static string ProgramVersion =>
        typeof(RunDescription).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static string Quoted(string word) =>
        word.All(letter => char.IsLetterOrDigit(letter) || "-_./:=,".Contains(letter, StringComparison.Ordinal))
            && word.Length > 0
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}

/// <summary>Where a run was made: what its bits may depend on.</summary>
internal sealed record MachineDescription(
    string System, string Architecture, string Runtime, int VectorBits, int Processors)
{
    public static MachineDescription OfThis() => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 0,
        Environment.ProcessorCount);
}
