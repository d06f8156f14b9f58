using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>A parameter that a comparison can tune, and the values that it tries.</summary>
/// <param name="Key">The loss, or the adjustment to class counts, that has it.</param>
/// <param name="Parameter">Its name.</param>
/// <param name="Values">
/// The likeliest first: the learning rate is tuned with it. Lengths are in units of the target's spread.
/// </param>
public sealed record TunedParameter(string Key, string Parameter, IReadOnlyList<double> Values)
{
    /// <summary>All that there are; the value that is tried first is the source's own where it has one.</summary>
    /// <remarks>
    /// Levels and asymmetries are not among them: they say what is to be predicted, and no score can choose them.
    /// </remarks>
    public static IReadOnlyList<TunedParameter> All { get; } =
    [
        new("huber", "delta", [0.3, 0.1, 1]),
        new("smooth-l1", "beta", [0.3, 0.1, 1]),
        new("pseudo-huber", "delta", [0.3, 0.1, 1]),
        new("epsilon-insensitive", "epsilon", [0.1, 0.03, 0.3]),
        new("squared-epsilon-insensitive", "epsilon", [0.1, 0.03, 0.3]),
        new("cauchy", "c", [0.5, 0.2, 1]),
        new("geman-mcclure", "c", [1, 0.5, 2]),
        new("welsch", "c", [1, 0.5, 2]),
        new("tukey", "c", [2, 1, 4]),
        new("barron", "c", [0.5, 0.2, 1]),
        new("tweedie", "power", [1.5, 1.2, 1.8]),
        new("binary-focal", "gamma", [2, 0.5, 1]),
        new("focal", "gamma", [2, 0.5, 1]),
        new("cross-entropy", "smoothing", [0.1, 0.05, 0.2]),
        new("generalised-cross-entropy", "q", [0.7, 0.3, 0.5]),
        new("poly-1", "epsilon", [1, -0.5, 3]),
        new("class-balanced", "beta", [0.999, 0.9, 0.99]),
        new("logit-adjusted", "tau", [1, 0.5, 1.5]),
    ];

    /// <summary>
    /// Whether the parameter is tuned where a candidate of <c>recommend</c> leaves it open; smoothing at 0 is no open
    /// parameter, but plain cross entropy.
    /// </summary>
    internal bool IsTunedUnasked => Parameter != "smoothing";

    /// <summary>What is written in place of a value.</summary>
    internal static string Mark => "tuned";

    /// <summary>Finds the mark in <c>huber:delta=tuned</c> and takes it out; null where there is none.</summary>
    /// <param name="text">A loss or an adjustment, with its parameters.</param>
    /// <param name="rest">The same without the parameter that is to be tuned.</param>
    /// <exception cref="ArgumentException">The parameter is not one of these, or it is the second.</exception>
    internal static TunedParameter? TakeOut(string text, out string rest)
    {
        rest = text;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        ILookup<bool, string> arguments = text[(colon + 1)..]
            .Split(',', StringSplitOptions.TrimEntries)
            .ToLookup(argument => argument.Split('=').Length == 2 && argument.Split('=')[1].Trim() == Mark);
        string[] marked = [.. arguments[true].Select(argument => argument.Split('=')[0].Trim())];
        if (marked.Length == 0)
        {
            return null;
        }

        string key = KeyOf(text[..colon].Trim());
        rest = string.Join(
            ':', ((string[])[text[..colon], string.Join(',', arguments[false])]).Where(part => part.Length > 0));
        string[] known = [.. All.Where(one => one.Key == key).Select(one => one.Parameter)];
        return marked.Length > 1
            ? throw new ArgumentException(
                $"{key} has more than one parameter to tune: {string.Join(", ", marked)}.", nameof(text))
            : All.FirstOrDefault(one => one.Key == key && one.Parameter == marked[0])
                ?? throw new ArgumentException(
                    $"{marked[0]} of {key} cannot be "
                    + $"tuned{(known.Length == 0 ? "" : $"; {string.Join(", ", known)} can")}.",
                    nameof(text));
    }

    /// <summary>
    /// The objective with its loss's first parameter of these to be tuned, where no parameter of it was given; else
    /// itself.
    /// </summary>
    internal static Objective WhereOpen(Objective objective)
    {
        string key = objective.Loss.Card.Key;
        TunedParameter? open = All.FirstOrDefault(one => one.Key == key && one.IsTunedUnasked);
        return open is null || objective.Variants.Count > 1 || objective.Loss.Name != key
            ? objective
            : Objective.Parse(ObjectiveText.WithArgument(objective.Name, key, $"{open.Parameter}={Mark}"));
    }

    private static string KeyOf(string name) =>
        LossCatalogue.TryFind(name, out LossEntry? entry) ? entry.Card.Key : name;
}
