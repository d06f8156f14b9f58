using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>Reads a list of losses: <c>squared,huber:delta=1.35,barron:alpha=0,c=2</c>.</summary>
internal static class LossList
{
    /// <summary>Splits at commas, except before a further parameter of the same loss: a text with <c>=</c> and no colon.</summary>
    public static IEnumerable<ILoss> Parse(string text)
    {
        List<string> names = [];
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            bool isParameter = part.Contains('=', StringComparison.Ordinal) && !part.Contains(':', StringComparison.Ordinal);
            if (isParameter && names.Count > 0)
            {
                names[^1] += "," + part;
            }
            else
            {
                names.Add(part);
            }
        }

        return names.Select(LossCatalogue.Create);
    }
}
