using System.Diagnostics.CodeAnalysis;

namespace Lossary.Losses;

/// <summary>Every loss that the library ships. No reflection: each line names its type.</summary>
public static partial class LossCatalogue
{
    /// <summary>
    /// One line a group, in the order in which the docs list them; made when asked for: the card of every loss is
    /// compiled once, and few programs need them all.
    /// </summary>
    private static readonly Lazy<LossEntry[]>[] s_groups =
    [
        Group(() => DistanceLosses),
        Group(() => MarginLosses),
        Group(() => PointwiseLosses),
        Group(() => ClassLosses),
        Group(() => Divergences),
        Group(() => ClassArrays),
        Group(() => Groups),
        Group(() => Distillations),
        Group(() => Penalties),
        Group(() => Schemes),
        Group(() => Images),
        Group(() => Transports),
        Group(() => Composites),
        Group(() => Heads),
        Group(() => Boxes),
        Group(() => Adversarial),
        Group(() => Generative),
        Group(() => Policies),
        Group(() => Preferences),
        Group(() => Moments),
        Group(() => Pairs),
        Group(() => Batches),
        Group(() => Sequences),
        Group(() => Vocabularies),
    ];

    private static readonly Lazy<LossEntry[]> s_all = new(() => [.. s_groups.SelectMany(group => group.Value)]);

    /// <summary>One line a loss, in the order in which the docs list them.</summary>
    public static IReadOnlyList<LossEntry> All => s_all.Value;

    /// <summary>
    /// The entry that a key or an alias names, in any spelling; or a title, a class of PyTorch or Keras, or the Chinese
    /// name.
    /// </summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest, and all by family.</exception>
    public static LossEntry Find(string key)
    {
        return TryFind(key, out LossEntry? entry)
            ? entry
            : LossIndex.Find(key) ?? throw new ArgumentException(NearestNames.Refusal(key), nameof(key));
    }

    /// <summary>The entry that a key or an alias names, if there is one.</summary>
    /// <param name="key">As it would be typed.</param>
    /// <param name="entry">Null where there is none.</param>
    public static bool TryFind(string key, [NotNullWhen(true)] out LossEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (Lazy<LossEntry[]> group in s_groups)
        {
            // No two losses share a name, so the first is the only one.
            foreach (LossEntry one in group.Value)
            {
                if (one.Card.Key == key || one.Card.Aliases.Contains(key))
                {
                    entry = one;
                    return true;
                }
            }
        }

        entry = null;
        return false;
    }

    /// <summary>The entry of a loss: of a weighted sum, one that tells of its terms.</summary>
    /// <exception cref="ArgumentException">The loss is not the catalogue's.</exception>
    public static LossEntry EntryOf(ILoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return loss is ILossSum sum ? LossEntry.OfSum(sum) : Find(loss.Card.Key);
    }

    /// <summary>
    /// The loss that a text such as <c>huber:delta=1.35</c> asks for, or a weighted sum of losses of one kind:
    /// <c>0.7*huber:delta=1+0.3*squared</c>.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The loss or a parameter is unknown, a value is out of its range, or the losses of a sum do not go together.
    /// </exception>
    public static ILoss Create(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (LossSumText.IsSum(text))
        {
            return LossSum.Parse(text);
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Find(text).Create() : Find(text[..colon]).Parse(text[(colon + 1)..]);
    }

    /// <summary>The loss that a text asks for, of the kind that the caller can use.</summary>
    /// <typeparam name="TLoss">
    /// <see cref="ISampleLoss"/> for one prediction and one target, <see cref="IClassLoss"/> for rows of scores,
    /// <see cref="IArrayLoss"/> for several arrays.
    /// </typeparam>
    /// <param name="text">A key or an alias, and parameters where the default ones are not meant.</param>
    /// <exception cref="ArgumentException">
    /// The loss or a parameter is unknown, a value is out of its range, or the loss is of another kind.
    /// </exception>
    public static TLoss Create<TLoss>(string text)
        where TLoss : ILoss
    {
        ILoss loss = Create(text);
        return loss is TLoss wanted
            ? wanted
            : throw new ArgumentException(
                $"{text} is a loss of {TakenBy(loss.GetType())}; a loss of {TakenBy(typeof(TLoss))} is expected.",
                nameof(text));
    }

    private static string TakenBy(Type loss) =>
        typeof(ISampleLoss).IsAssignableFrom(loss) ? "one prediction and one target"
        : typeof(IClassLoss).IsAssignableFrom(loss) ? "rows of scores"
        : "several arrays";

    private static Lazy<LossEntry[]> Group(Func<IEnumerable<LossEntry>> losses) => new(() => [.. losses()]);
}
