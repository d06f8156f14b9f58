namespace Lossary.Losses;

/// <summary>
/// Losses by whatever name they are known: <c>HuberLoss</c>, <c>huber_loss</c>, <c>Huber 损失</c> are all huber.
/// </summary>
internal static class LossIndex
{
    private const int ShortestStem = 3;

    private static readonly Lazy<Dictionary<string, LossEntry>> s_entries = new(Index);

    /// <summary>The loss of a name in any spelling; keys first, then aliases, titles, names elsewhere.</summary>
    public static LossEntry? Find(string name)
    {
        string folded = Folded(name);
        return s_entries.Value.GetValueOrDefault(folded) ?? s_entries.Value.GetValueOrDefault(Stem(folded));
    }

    /// <summary>
    /// Letters, digits and plus signs (NCA++) alone, small; <c>z</c> as <c>s</c>, so that normalized is normalised.
    /// </summary>
    public static string Folded(string name) => string.Concat(
        name.Where(sign => char.IsLetterOrDigit(sign) || sign == '+')
            .Select(char.ToLowerInvariant)
            .Select(letter => letter == 'z' ? 's' : letter));

    private static Dictionary<string, LossEntry> Index()
    {
        Dictionary<string, LossEntry> entries = [];
        Func<LossCard, IEnumerable<string?>>[] names =
        [
            card => [card.Key], card => card.Aliases, card => [card.Title],
            card => [Class(card.Names.PyTorch), Class(card.Names.Keras), card.Names.Chinese],
        ];
        foreach (Func<LossCard, IEnumerable<string?>> kind in names)
        {
            foreach (LossEntry entry in LossCatalogue.All)
            {
                foreach (string name in kind(entry.Card).OfType<string>().Select(Folded))
                {
                    entries.TryAdd(name, entry);
                    entries.TryAdd(Stem(name), entry);
                }
            }
        }

        return entries;
    }

    /// <summary>The name of a class without its namespace; null where parameters make the loss.</summary>
    private static string? Class(string? call) =>
        call is null || call.Contains('(', StringComparison.Ordinal) ? null : call[(call.LastIndexOf('.') + 1)..];

    private static string Stem(string folded)
    {
        foreach (string ending in new[] { "loss", "损失函数", "损失" })
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal) && folded.Length - ending.Length >= ShortestStem)
            {
                return folded[..^ending.Length];
            }
        }

        return folded;
    }
}
