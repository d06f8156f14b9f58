using Lossary.Losses;
using Lossary.Studies;

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

    /// <summary>What a loss is asked for by, without parameters; of a sum, which has no key, the sum itself.</summary>
    public static string KeyOf(ILoss loss) => IsSum(loss) ? loss.Name : loss.Card.Key;

    /// <summary>Whether a loss is a weighted sum of others: its title names their parameters.</summary>
    public static bool IsSum(ILoss loss) => loss.Name.Contains('*', StringComparison.Ordinal);

    /// <summary>The entry of a loss.</summary>
    public static LossEntry EntryOf(ILoss loss) => LossCatalogue.EntryOf(loss);

    /// <summary>Reads a list, <c>squared,huber:delta=0.5,barron:alpha=0,c=2</c>.</summary>
    /// <exception cref="UsageException">One is unknown, or more than a loss.</exception>
    public static IReadOnlyList<ILoss> CreateAll(string list)
    {
        try
        {
            return
            [
                .. Objective.ParseAll(list).Select(objective => objective.Adjustment is null
                    ? objective.Loss
                    : throw new UsageException(
                        $"{objective.Name} is a way to train; here a loss is wanted, such as {objective.Loss.Name}.")),
            ];
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }
}
