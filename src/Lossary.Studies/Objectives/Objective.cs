using System.Globalization;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>
/// What a network is trained on: a loss, and what is made of the class counts of the rows that train.
/// </summary>
/// <remarks>
/// As text: <c>huber:delta=0.5</c>, <c>cross-entropy+class-balanced:beta=0.999</c>,
/// <c>binary-cross-entropy+logit-adjusted</c>. <c>huber:delta=tuned</c> stands for several, see
/// <see cref="TunedParameter"/>: a comparison trains with the one that does best on the validation rows.
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
        Name = adjustment is null ? loss.Name : $"{loss.Name}+{adjustment.Name}";
        Variants = [this];
    }

    private Objective(string name, IReadOnlyList<Objective> variants)
    {
        Name = name;
        Loss = variants[0].Loss;
        Adjustment = variants[0].Adjustment;
        Variants = variants;
    }

    /// <summary>The loss; where a parameter is to be tuned, with the value that is tried first.</summary>
    public ILoss Loss { get; }

    /// <summary>What is made of the class counts; null for nothing.</summary>
    public ClassAdjustment? Adjustment { get; }

    /// <summary>As it would be asked for; parameters at their defaults are left out.</summary>
    public string Name { get; }

    /// <summary>
    /// The objectives that tuning chooses from, the likeliest first; itself alone where nothing is to be tuned.
    /// </summary>
    public IReadOnlyList<Objective> Variants { get; }

    /// <summary>The objective that a text asks for.</summary>
    /// <param name="text">
    /// A loss, as <see cref="LossCatalogue.Create(string)"/> takes it; optionally + and an adjustment.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The loss, the adjustment or a parameter is unknown, or they do not go together.
    /// </exception>
    public static Objective Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int plus = ObjectiveText.SeparatorIn(text);
        string loss = (plus < 0 ? text : text[..plus]).Trim(), plainAdjustment = "";
        TunedParameter? ofLoss = TunedParameter.TakeOut(loss, out string plainLoss), ofAdjustment = null;
        if (plus >= 0)
        {
            ofAdjustment = TunedParameter.TakeOut(text[(plus + 1)..].Trim(), out plainAdjustment);
        }

        Objective plain = new(
            LossCatalogue.Create(plainLoss), plus < 0 ? null : ClassAdjustment.Parse(plainAdjustment));
        return (ofLoss, ofAdjustment) switch
        {
            (null, null) => plain,
            (not null, not null) =>
                throw new ArgumentException($"{text} has more than one parameter to tune.", nameof(text)),
            _ => Tuned(plain.Name, ofLoss ?? ofAdjustment!),
        };
    }

    /// <summary>The objectives of a list.</summary>
    /// <param name="list">
    /// <c>squared,huber:delta=0.5,barron:alpha=0,c=2</c>: commas part objectives, except before a further parameter of
    /// the same one.
    /// </param>
    /// <exception cref="ArgumentException">One cannot be read.</exception>
    public static IReadOnlyList<Objective> ParseAll(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. ObjectiveText.Split(list).Select(Parse)];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Objective Tuned(string plain, TunedParameter parameter)
    {
        string With(string value) => ObjectiveText.WithArgument(plain, parameter.Key, $"{parameter.Parameter}={value}");
        Objective[] variants =
            [.. parameter.Values.Select(value => Parse(With(value.ToString("R", CultureInfo.InvariantCulture))))];
        return new(With(TunedParameter.Mark), variants);
    }
}
