using System.Globalization;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A loss in the catalogue: what tools need of it without knowing its type, and how to make one.</summary>
public sealed class LossEntry
{
    private readonly LossMaker _maker;

    private LossEntry(LossCard card, LossFamily family, LossMaker maker)
    {
        Card = card;
        Family = family;
        _maker = maker;
    }

    /// <summary>All that its file says of it.</summary>
    public LossCard Card { get; }

    /// <summary>What its formula is written over.</summary>
    public LossFamily Family { get; }

    /// <summary>The formula as LaTeX, read off the formula itself.</summary>
    /// <remarks>Made when asked for: a hundred formulas compiled at start-up would cost a tenth of a second.</remarks>
    public string Formula => _maker.Formula(Card);

    /// <summary>What holds with all parameters at their defaults.</summary>
    public LossTraits Traits => _maker.Traits(Card);

    /// <summary>The entry of a loss of the residual r.</summary>
    public static LossEntry Distance<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IDistanceLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.Distance, new SampleMaker<TLoss>(make, DistanceFormula));

    /// <summary>The entry of a loss of the margin m.</summary>
    public static LossEntry Margin<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IMarginLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.Margin, new SampleMaker<TLoss>(make, MarginFormula));

    /// <summary>The entry of a loss of raw prediction z and target t.</summary>
    public static LossEntry Pointwise<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IPointwiseLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.Pointwise, new SampleMaker<TLoss>(make, PointwiseFormula));

    /// <summary>The entry of a loss of the target class's log-probability ℓ.</summary>
    public static LossEntry LogProbability<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, ILogProbabilityLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.LogProbability, new ClassMaker<TLoss>(make, LogProbabilityFormula));

    /// <summary>The entry of a loss of every class's log-probability ℓ and share t.</summary>
    public static LossEntry Distribution<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IDistributionLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.Distribution, new ClassMaker<TLoss>(make, DistributionFormula));

    /// <summary>The entry of a loss of the differences d between the other classes' scores and the target's.</summary>
    public static LossEntry ClassMargin<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IClassMarginLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.ClassMargin, new ClassMaker<TLoss>(make, ClassMarginFormula));

    /// <summary>The entry of a loss of the differences d between cumulative probabilities.</summary>
    public static LossEntry Ordinal<TLoss>(Func<double[], TLoss> make)
        where TLoss : struct, IOrdinalLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, LossFamily.Ordinal, new ClassMaker<TLoss>(make, OrdinalFormula));

    /// <summary>The entry of a loss of several numbers for each sample.</summary>
    public static LossEntry FromFormula<TLoss>(LossFamily family, Func<double[], TLoss> make)
        where TLoss : struct, IFormulaLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, family, new ArrayMaker<TLoss, FormulaTerms<TLoss>>(make, FormulaSymbols.Read));

    /// <summary>The entry of a loss of several arrays whose samples are coupled.</summary>
    public static LossEntry FromGraph<TLoss>(LossFamily family, Func<double[], TLoss> make)
        where TLoss : struct, IGraphLoss<TLoss>, IDocumentedLoss =>
        new(TLoss.Card, family, new ArrayMaker<TLoss, GraphTerms<TLoss>>(make, null));

    /// <summary>The entry of a weighted sum of losses.</summary>
    internal static LossEntry OfSum(ILossSum loss)
    {
        LossEntry[] entries = [.. loss.Sum.Terms.Select(term => LossCatalogue.EntryOf(term.Loss))];
        bool isOfOne = entries.All(entry => entry.Family == entries[0].Family);
        return new(loss.Card, isOfOne ? entries[0].Family : LossFamily.Composite, new SumMaker(loss, entries));
    }

    /// <summary>
    /// The entry of a loss that has a faster twin for some parameters: focal with γ = 2 needs no power.
    /// </summary>
    public static LossEntry Pointwise<TLoss, TTwin>(
        Func<double[], TLoss> make, Predicate<double[]> isTwins, Func<double[], TTwin> makeTwin)
        where TLoss : struct, IPointwiseLoss<TLoss>, IDocumentedLoss
        where TTwin : struct, IPointwiseLoss<TTwin>, IDocumentedLoss
    {
        LossEntry entry = Pointwise(make);
        return new(entry.Card, entry.Family, new TwinMaker(entry._maker, isTwins, Pointwise(makeTwin)._maker));
    }

    /// <summary>The loss with all parameters at their defaults.</summary>
    public ILoss Create() => Create(Card.Defaults());

    /// <summary>A loss from its parameters, in the card's order.</summary>
    /// <exception cref="ArgumentException">Their number is wrong, or one is out of its range.</exception>
    public ILoss Create(params double[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length != Card.Parameters.Count)
        {
            throw new ArgumentException(
                $"{Card.Key} has {Card.Parameters.Count} parameters, but {parameters.Length} were given.",
                nameof(parameters));
        }

        return _maker.Make(Card, parameters, Spell(parameters));
    }

    /// <summary>
    /// A loss from what follows the colon: <c>delta=1.35</c>, several with commas between; the rest at their defaults.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter is unknown, not a number or out of its range.</exception>
    public ILoss Parse(string arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return Create(ValuesIn(arguments));
    }

    /// <summary>
    /// The same loss of targets and predictions divided by <paramref name="unit"/>: what is measured in the target's
    /// unit is divided likewise.
    /// </summary>
    /// <param name="loss">A loss of this entry.</param>
    /// <param name="unit">What one of the new units is in the old one; positive.</param>
    /// <exception cref="ArgumentException">The loss is another one's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The unit is not positive, or takes a parameter out of its range.
    /// </exception>
    public ILoss InUnits(ILoss loss, double unit)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        if (loss is ILossSum sum)
        {
            return sum.Sum.Map(term => LossCatalogue.EntryOf(term).InUnits(term, unit));
        }

        if (loss.Card != Card)
        {
            throw new ArgumentException($"{loss.Name} is no {Card.Key}.", nameof(loss));
        }

        int colon = loss.Name.IndexOf(':', StringComparison.Ordinal);
        double[] values = ValuesIn(colon < 0 ? "" : loss.Name[(colon + 1)..]);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= Math.Pow(unit, Card.Parameters[i].UnitPower);
        }

        return Create(values);
    }

    private double[] ValuesIn(string arguments)
    {
        double[] values = Card.Defaults();
        foreach (string argument in arguments.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = argument.Split('=', 2, StringSplitOptions.TrimEntries);
            int index = -1;
            for (int i = 0; i < values.Length; i++)
            {
                index = Card.Parameters[i].Name == parts[0] ? i : index;
            }

            if (index < 0)
            {
                string known = values.Length == 0 ? "none" : string.Join(", ", Card.Parameters.Select(p => p.Name));
                throw new ArgumentException(
                    $"{Card.Key} has no parameter '{parts[0]}'; it has: {known}.", nameof(arguments));
            }

            if (parts.Length < 2
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out values[index]))
            {
                throw new ArgumentException($"'{argument}' is not of the form {parts[0]}=number.", nameof(arguments));
            }
        }

        return values;
    }

    // Methods, not lambdas, which would be compiled at start-up with a class of their own for every loss.
    private static Symbol DistanceFormula<TLoss>(TLoss loss)
        where TLoss : struct, IDistanceLoss<TLoss> => loss.Value(new Symbol("r"));

    private static Symbol MarginFormula<TLoss>(TLoss loss)
        where TLoss : struct, IMarginLoss<TLoss> => loss.Value(new Symbol("m"));

    private static Symbol PointwiseFormula<TLoss>(TLoss loss)
        where TLoss : struct, IPointwiseLoss<TLoss> => loss.Value(new Symbol("z"), new Symbol("t"));

    private static Symbol LogProbabilityFormula<TLoss>(TLoss loss)
        where TLoss : struct, ILogProbabilityLoss<TLoss> => loss.Value(new Symbol(@"\ell"));

    private static Symbol DistributionFormula<TLoss>(TLoss loss)
        where TLoss : struct, IDistributionLoss<TLoss> => loss.Value(new Symbol(@"\ell"), new Symbol("t"));

    private static Symbol ClassMarginFormula<TLoss>(TLoss loss)
        where TLoss : struct, IClassMarginLoss<TLoss> => loss.Value(new Symbol("d"));

    private static Symbol OrdinalFormula<TLoss>(TLoss loss)
        where TLoss : struct, IOrdinalLoss<TLoss> => loss.Value(new Symbol("d"));

    private string Spell(double[] parameters)
    {
        IEnumerable<string> changed = Card.Parameters.Zip(parameters)
            .Where(p => p.First.Default != p.Second)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First.Name}={p.Second:R}"));
        string text = string.Join(',', changed);
        return text.Length == 0 ? Card.Key : $"{Card.Key}:{text}";
    }
}
