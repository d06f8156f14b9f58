using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss as <c>losses --json</c> tells of it.</summary>
internal sealed record LossDescription(
    string Key,
    string Title,
    string Family,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<ParameterDescription> Parameters,
    IReadOnlyList<string> Properties,
    IReadOnlyList<string> Aliases,
    string Use,
    string Reference)
{
    public static LossDescription Of(LossEntry entry)
    {
        LossCard card = entry.Card;
        return new(
            card.Key,
            card.Title,
            KebabCase.Of(entry.Family.ToString()),
            [.. Enum.GetValues<LossTask>().Where(t => t != LossTask.None && card.Tasks.HasFlag(t)).Select(t => KebabCase.Of(t.ToString()))],
            [.. card.Parameters.Select(p => new ParameterDescription(p.Name, p.Default, p.Range.ToString(), p.Meaning))],
            PropertyNames.Of(entry.Create().Traits),
            card.Aliases,
            card.Use,
            card.Reference);
    }
}

/// <summary>A parameter of a loss as <c>losses --json</c> tells of it.</summary>
internal sealed record ParameterDescription(string Name, double Default, string Range, string Meaning);
