using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>Losses as users name them, with errors that a command line can end with.</summary>
internal static class LossNamed
{
    /// <summary>The loss that a text such as <c>huber:delta=0.5</c> asks for.</summary>
    /// <exception cref="UsageException">The loss or a parameter is unknown, or a value is out of its range.</exception>
    public static ILoss Create(string text)
    {
        try
        {
            return LossCatalogue.Create(text);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    /// <summary>The entry of a loss.</summary>
    public static LossEntry EntryOf(ILoss loss) => LossCatalogue.Find(loss.Card.Key);

    /// <summary>
    /// Reads a list, <c>squared,huber:delta=0.5,barron:alpha=0,c=2</c>: commas part losses, except before a further
    /// parameter of the same loss, a text with <c>=</c> and no colon.
    /// </summary>
    /// <exception cref="UsageException">One is unknown.</exception>
    public static IReadOnlyList<ILoss> CreateAll(string list)
    {
        List<string> names = [];
        foreach (string part in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            bool isParameter =
                part.Contains('=', StringComparison.Ordinal) && !part.Contains(':', StringComparison.Ordinal);
            if (isParameter && names.Count > 0)
            {
                names[^1] += (names[^1].Contains(':', StringComparison.Ordinal) ? "," : ":") + part;
            }
            else
            {
                names.Add(part);
            }
        }

        return [.. names.Select(Create)];
    }
}
