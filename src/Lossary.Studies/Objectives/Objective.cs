using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>What a network is trained on: a loss, and what is made of the class counts of the rows that train.</summary>
/// <remarks>
/// As text: <c>huber:delta=0.5</c>, <c>cross-entropy+class-balanced:beta=0.999</c>,
/// <c>binary-cross-entropy+logit-adjusted</c>.
/// </remarks>
public sealed class Objective
{
    /// <summary>An objective from its parts.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="adjustment">What is made of the class counts; null for nothing.</param>
    /// <exception cref="ArgumentException">The loss knows no classes, or has no logits to adjust.</exception>
    public Objective(ILoss loss, ClassAdjustment? adjustment = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (adjustment?.RefusalOf(loss) is string refusal)
        {
            throw new ArgumentException(refusal, nameof(adjustment));
        }

        Loss = loss;
        Adjustment = adjustment;
    }

    /// <summary>The loss.</summary>
    public ILoss Loss { get; }

    /// <summary>What is made of the class counts; null for nothing.</summary>
    public ClassAdjustment? Adjustment { get; }

    /// <summary>As it would be asked for; parameters at their defaults are left out.</summary>
    public string Name => Adjustment is null ? Loss.Name : $"{Loss.Name}{Separator}{Adjustment.Name}";

    private static char Separator => '+';

    /// <summary>The objective that a text asks for.</summary>
    /// <param name="text">A loss, as <see cref="LossCatalogue.Create(string)"/> takes it; optionally + and an adjustment.</param>
    /// <exception cref="ArgumentException">The loss, the adjustment or a parameter is unknown, or they do not go together.</exception>
    public static Objective Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int plus = SeparatorIn(text);
        return plus < 0
            ? new(LossCatalogue.Create(text))
            : new(LossCatalogue.Create(text[..plus].Trim()), ClassAdjustment.Parse(text[(plus + 1)..].Trim()));
    }

    /// <summary>The objectives of a list.</summary>
    /// <param name="list">
    /// <c>squared,huber:delta=0.5,barron:alpha=0,c=2</c>: commas part objectives, except before a further parameter of the
    /// same one.
    /// </param>
    /// <exception cref="ArgumentException">One cannot be read.</exception>
    public static IReadOnlyList<Objective> ParseAll(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        List<string> texts = [];
        foreach (string part in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (texts.Count > 0 && IsParameter(part))
            {
                int start = SeparatorIn(texts[^1]) + 1;
                texts[^1] += (texts[^1].IndexOf(':', start) >= 0 ? "," : ":") + part;
            }
            else
            {
                texts.Add(part);
            }
        }

        return [.. texts.Select(Parse)];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary><c>c=2</c> and <c>c=2+class-balanced:beta=0.9</c>, but not <c>huber:delta=2</c>.</summary>
    private static bool IsParameter(string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal), colon = part.IndexOf(':', StringComparison.Ordinal);
        return equals >= 0 && (colon < 0 || equals < colon);
    }

    /// <summary>Not the sign in <c>1e+3</c>: an adjustment starts with a letter.</summary>
    private static int SeparatorIn(string text)
    {
        for (int i = text.IndexOf(Separator, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Separator, i + 1))
        {
            if (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }
}
