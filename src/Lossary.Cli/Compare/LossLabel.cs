using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss's name in a sentence.</summary>
internal static class LossLabel
{
    /// <summary><c>Huber (delta=0.5)</c>: the title, and the parameters that are not at their defaults.</summary>
    public static string Of(ILoss loss)
    {
        int colon = loss.Name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? loss.Card.Title
            : $"{loss.Card.Title} ({loss.Name[(colon + 1)..].Replace(",", ", ", StringComparison.Ordinal)})";
    }

    /// <summary>The same inside a sentence: <c>squared error</c>, but <c>Huber</c> keeps its capital.</summary>
    public static string Inside(ILoss loss)
    {
        string label = Of(loss);
        bool isName =
            loss.Card.Title.Split(' ')[0] is "Huber" or "Poisson" or "Cauchy" or "Tweedie" or "Tukey" or "Welsch"
            or "Barron" or "Geman-McClure" or "Brier" or "LINEX" or "Kullback-Leibler" or "Jensen-Shannon" or "Poly-1";
        return isName ? label : char.ToLowerInvariant(label[0]) + label[1..];
    }
}
