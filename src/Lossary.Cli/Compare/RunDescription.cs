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

    /// <summary>The same, word by word.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public required string Version { get; init; }

    public required DataDescription Data { get; init; }

    public required string Task { get; init; }

    public required string TaskReason { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    public required string Metric { get; init; }

    public required IReadOnlyList<string> Losses { get; init; }

    public required ComparisonOptions Options { get; init; }

    public required MachineDescription Machine { get; init; }

    public static RunDescription Of(ComparisonPlan plan, CompareRequest request) => new()
    {
        Command = "lossary " + string.Join(' ', request.Words.Select(Quoted)),
        Words = request.Words,
        Version = ProgramVersion,
        Data = new(plan.Table.Name, plan.Table.Hash, plan.Target.Name, plan.Target.Count, plan.Comparison.Width),
        Task = TaskNames.NameOf(plan.Target.Task),
        TaskReason = plan.Target.Reason,
        Classes = plan.Target.ClassNames,
        Metric = plan.Comparison.Metric.Key,
        Losses = [.. plan.Comparison.Objectives.Select(objective => objective.Name)],
        Options = request.Options with { BatchSize = plan.Comparison.BatchSize },
        Machine = MachineDescription.OfThis(),
    };

    internal static string ProgramVersion =>
        typeof(RunDescription).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    internal static string Quoted(string word) =>
        word.All(letter => char.IsLetterOrDigit(letter) || "-_./:=,+".Contains(letter, StringComparison.Ordinal))
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
