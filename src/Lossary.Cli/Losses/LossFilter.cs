using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>Which losses a user wants to see.</summary>
internal sealed record LossFilter
{
    /// <summary>What a key, an alias, a title or a name elsewhere must contain; null: anything.</summary>
    public string? Text { get; init; }

    public LossTask Task { get; init; }

    public LossFamily? Family { get; init; }

    public bool IsConvex { get; init; }

    public bool IsSmooth { get; init; }

    public bool IsRobust { get; init; }

    public bool IsProper { get; init; }

    public bool IsBounded { get; init; }

    public bool IsCalibrated { get; init; }

    public bool IsNoiseSymmetric { get; init; }

    public bool HasSecondOrder { get; init; }

    public bool Takes(LossEntry entry)
    {
        LossTraits traits = entry.Traits;
        return (Task == LossTask.None || entry.Card.Tasks.HasFlag(Task))
            && (Family is null || entry.Family == Family)
            && (!IsConvex || traits.IsConvex)
            && (!IsSmooth || traits.Smoothness > 0)
            && (!IsRobust || double.IsFinite(traits.LipschitzConstant))
            && (!IsProper || traits.IsProper)
            && (!IsBounded || traits.IsBounded)
            && (!IsCalibrated || traits.IsCalibrated)
            && (!IsNoiseSymmetric || traits.IsNoiseSymmetric)
            && (!HasSecondOrder || traits.SecondOrder == SecondOrder.Exact)
            && (Text is null || NamesOf(entry.Card).Any(name => IsIn(name, Text)));
    }

    /// <summary>Reads a task or a family by its name.</summary>
    /// <exception cref="UsageException">There is none; the message lists them.</exception>
    public static T? Parse<T>(string what, string? text)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        T[] known = [.. Enum.GetValues<T>().Where(value => value.ToString() != nameof(LossTask.None))];
        foreach (T value in known)
        {
            if (Folded(value.ToString()).Equals(Folded(text), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new UsageException($"There is no {what} '{text}'; there are {Listed<T>()}.");
    }

    /// <summary>The tasks or families by their names, with commas between.</summary>
    public static string Listed<T>()
        where T : struct, Enum => string.Join(
            ", ", Enum.GetNames<T>().Where(name => name != nameof(LossTask.None)).Select(KebabCase.Of));

    private static IEnumerable<string> NamesOf(LossCard card) => ((IEnumerable<string?>)
    [
        card.Key, card.Title, .. card.Aliases, card.Names.PyTorch, card.Names.Keras, card.Names.ScikitLearn,
        card.Names.XgBoost, card.Names.LightGbm, card.Names.Chinese,
        .. card.Translations.Select(translation => translation.Call),
    ]).OfType<string>();

    private static bool IsIn(string name, string text) =>
        Folded(name).Contains(Folded(text), StringComparison.OrdinalIgnoreCase);

    private static string Folded(string name) => name.Replace("-", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
