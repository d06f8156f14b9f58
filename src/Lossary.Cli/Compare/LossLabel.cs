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
    public static string Inside(Objective objective) => objective.Adjustment is ClassAdjustment adjustment
        ? $"{Inside(objective.Loss)}, {Titled(adjustment.Card.Title, adjustment.Name)}"
        : Inside(objective.Loss);

    /// <summary>The same text with a capital at its start.</summary>
    public static string Capitalised(this string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>
    /// <c>squared error</c>, <c>Huber (delta=0.5)</c>: inside a sentence. Parameters at their defaults are left out.
    /// </summary>
    public static string Inside(ILoss loss) =>
        LossNamed.IsSum(loss) ? loss.Card.Title : Titled(loss.Card.Title, loss.Name);

    private static string Titled(string title, string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? title : $"{title} ({name[(colon + 1)..].Replace(",", ", ", StringComparison.Ordinal)})";
    }
}
