using System.Globalization;
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
            TasksOf(card),
            [.. card.Parameters.Select(parameter => ParameterDescription.Of(parameter, parameter.Default))],
            PropertyNames.Of(entry.Traits),
            card.Aliases,
            card.Use,
            card.Reference);
    }

    /// <summary>The tasks by the names that <c>--task</c> takes.</summary>
    public static IReadOnlyList<string> TasksOf(LossCard card) =>
    [
        .. Enum.GetValues<LossTask>()
            .Where(task => task != LossTask.None && card.Tasks.HasFlag(task))
            .Select(task => KebabCase.Of(task.ToString())),
    ];
}

/// <summary>A parameter of a loss: what it is now, and what may be.</summary>
internal sealed record ParameterDescription(string Name, double Value, double Default, string Range, string Meaning)
{
    public static ParameterDescription Of(ParameterCard parameter, ILoss loss)
    {
        // A name holds what is not at its default: huber:delta=0.5.
        string start = parameter.Name + "=";
        string? spelt =
            loss.Name.Split(':', ',').FirstOrDefault(part => part.StartsWith(start, StringComparison.Ordinal));
        double value =
            spelt is null ? parameter.Default : double.Parse(spelt[start.Length..], CultureInfo.InvariantCulture);
        return Of(parameter, value);
    }

    public static ParameterDescription Of(ParameterCard parameter, double value) =>
        new(parameter.Name, value, parameter.Default, parameter.Range.ToString(), parameter.Meaning);
}
