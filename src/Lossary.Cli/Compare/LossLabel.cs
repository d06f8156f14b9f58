using Lossary.Losses;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A loss's name with its parameters, for people.</summary>
internal static class LossLabel
{
    /// <summary><c>Squared error</c>, <c>Huber (delta=0.5)</c>: at the start of a line or a sentence.</summary>
    public static string Of(ILoss loss) => Inside(loss).Capitalised();

    /// <summary><c>Cross entropy, class-balanced (beta=0.99)</c>: at the start of a line or a sentence.</summary>
    public static string Of(Objective objective) => Inside(objective).Capitalised();

    /// <summary><c>cross entropy, class-balanced (beta=0.99)</c>: inside a sentence.</summary>
    public static string Inside(Objective objective)
    {
        bool isTuned = objective.Variants.Count > 1;
        if (objective.Adjustment is not ClassAdjustment adjustment)
        {
            return isTuned ? Titled(objective.Loss.Card.Title, Tuned(objective.Name)) : Inside(objective.Loss);
        }

        int plus = objective.Name.LastIndexOf('+');
        string loss = isTuned
            ? Titled(objective.Loss.Card.Title, Tuned(objective.Name[..plus]))
            : Inside(objective.Loss);
        return $"{loss}, {Titled(adjustment.Card.Title, Tuned(objective.Name[(plus + 1)..]))}";
    }

    /// <summary>
    /// <c>delta=0.1</c>: the value that tuning chose, at its default too. The variant itself where it cannot be told.
    /// </summary>
    /// <param name="objective">What was asked for: <c>huber:delta=tuned</c>.</param>
    /// <param name="variant">What was chosen: <c>huber:delta=0.1</c>.</param>
    public static string Chosen(Objective objective, string variant)
    {
        string[] parts = objective.Name.Split('+');
        TunedParameter? tuned = TunedParameter.All.FirstOrDefault(parameter => parts.Any(part =>
            part.Split(':')[0] == parameter.Key
            && part.Contains($"{parameter.Parameter}=tuned", StringComparison.Ordinal)));
        int chosen = objective.Variants.ToList().FindIndex(one => one.Name == variant);
        return tuned is null || chosen < 0
            ? variant
            : $"{tuned.Parameter}={Numbers.Plain(tuned.Values[chosen])}";
    }

    /// <summary>The same text with a capital at its start.</summary>
    public static string Capitalised(this string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>
    /// <c>squared error</c>, <c>Huber (delta=0.5)</c>: inside a sentence. Parameters at their defaults are left out.
    /// </summary>
    public static string Inside(ILoss loss) =>
        LossNamed.IsSum(loss) ? loss.Card.Title : Titled(loss.Card.Title, loss.Name);

    private static string Tuned(string name) => name.Replace("=tuned", " tuned", StringComparison.Ordinal);

    private static string Titled(string title, string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? title : $"{title} ({name[(colon + 1)..].Replace(",", ", ", StringComparison.Ordinal)})";
    }
}
