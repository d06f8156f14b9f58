using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss's name with its parameters, for people.</summary>
internal static class LossLabel
{
    /// <summary><c>Squared error</c>, <c>Huber (delta=0.5)</c>: at the start of a line or a sentence.</summary>
    public static string Of(ILoss loss) => Inside(loss).Capitalised();

    /// <summary>The same text with a capital at its start.</summary>
    public static string Capitalised(this string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary><c>squared error</c>, <c>Huber (delta=0.5)</c>: inside a sentence. Parameters at their defaults are left out.</summary>
    public static string Inside(ILoss loss)
    {
        int colon = loss.Name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? loss.Card.Title
            : $"{loss.Card.Title} ({loss.Name[(colon + 1)..].Replace(",", ", ", StringComparison.Ordinal)})";
    }
}
