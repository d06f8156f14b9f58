using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A profile as JSON.</summary>
/// <param name="Data">What the data is called.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Target">The target column.</param>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Reason">Why this task.</param>
/// <param name="Classes">The classes, with the rows of each; empty for numbers.</param>
/// <param name="BaselineRows">Rows that the baseline fit saw; 0 where there is none.</param>
/// <param name="Facts">What was found.</param>
/// <param name="Findings">What the user should know.</param>
/// <param name="Files">The plots that were written.</param>
internal sealed record ProfileDescription(
    string Data,
    string Sha256,
    string Target,
    string Task,
    string Reason,
    IReadOnlyList<ClassDescription> Classes,
    int BaselineRows,
    IReadOnlyList<FactDescription> Facts,
    IReadOnlyList<FindingDescription> Findings,
    IReadOnlyList<string> Files)
{
    public static ProfileDescription Of(DataProfile profile, IReadOnlyList<string> files) => new(
        profile.Table.Name,
        profile.Table.Hash,
        profile.Target.Name,
        TaskNames.NameOf(profile.Target.Task),
        profile.Target.Reason,
        [.. profile.Target.ClassNames.Select((name, k) => new ClassDescription(name, profile.Target.Classes.Count(k)))],
        profile.Baseline?.Positions.Count ?? 0,
        [.. profile.Facts.Select(fact => FactDescription.Of(fact, profile))],
        [.. profile.Findings.Select(finding => new FindingDescription(finding.Message, finding.Column, finding.Row))],
        files);
}

/// <summary>A class and how many rows have it.</summary>
internal sealed record ClassDescription(string Name, int Rows);

/// <summary>Something that the user should know.</summary>
internal sealed record FindingDescription(string Message, string? Column, int? Row);

/// <summary>A fact, what it is, and what it says about the choice of a loss.</summary>
internal sealed record FactDescription(
    string Key,
    string Title,
    double Value,
    double? Low,
    double? High,
    string Unit,
    string Meaning,
    string? Says,
    string? Reference)
{
    public static FactDescription Of(Fact fact, DataProfile profile) => new(
        fact.Card.Key,
        fact.Card.Title,
        fact.Value,
        fact.Low,
        fact.High,
        KebabCase.Of(fact.Card.Unit.ToString()),
        fact.Card.Meaning,
        FactReading.Of(fact, profile),
        fact.Card.Reference);
}
