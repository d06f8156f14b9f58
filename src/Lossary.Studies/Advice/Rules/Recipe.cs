using System.Globalization;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>An objective whose parameters follow from facts and needs.</summary>
/// <param name="Key">A loss's key, or one with what is added to it: <c>cross-entropy+class-balanced</c>.</param>
/// <param name="Estimates">The parameters that are estimated; at most one of them has several values.</param>
internal sealed record Recipe(string Key, params IReadOnlyList<Estimate> Estimates)
{
    /// <summary>Digits that a length in units of the spread is worth.</summary>
    private const int Digits = 3;

    /// <summary>The key of the loss itself.</summary>
    public string LossKey => Key.Split('+')[0];

    /// <summary>The objective with its estimates in words.</summary>
    public string Description => Estimates.Count == 0
        ? Key
        : $"{Key}:{string.Join(", ", Estimates.Select(estimate => $"{estimate.Name} = {estimate.How}"))}";

    /// <summary>
    /// The loss that a case asks for, with the parameters that could be estimated; one for each value.
    /// </summary>
    public IEnumerable<Prepared> For(AdviceCase at)
    {
        IReadOnlyList<SuggestedParameter>[] prepared = [[]];
        foreach (Estimate estimate in Estimates)
        {
            IReadOnlyList<double> values = estimate.Values(at);
            prepared = values.Count == 0
                ? prepared
                : [.. prepared.SelectMany(parameters => values.Select(value =>
                    (IReadOnlyList<SuggestedParameter>)[.. parameters, Parameter(estimate, value, at)]))];
        }

        return prepared.Select(parameters => new Prepared(this, parameters));
    }

    /// <summary>Whether the catalogue holds the loss.</summary>
    public bool IsAvailable => LossCatalogue.TryFind(LossKey, out _);

    private SuggestedParameter Parameter(Estimate estimate, double value, AdviceCase at)
    {
        int power = UnitPowerOf(estimate.Name);
        double inComparison = power == 0 ? value : FactText.Rounded(value / Math.Pow(at.Spread, power), Digits);
        return new(estimate.Name, value, inComparison, estimate.How);
    }

    /// <summary>A comparison learns losses of the residual, and only them, in units of the target's spread.</summary>
    private int UnitPowerOf(string parameter)
    {
        LossEntry entry = LossCatalogue.Find(LossKey);
        ParameterCard? card = entry.Card.Parameters.FirstOrDefault(card => card.Name == parameter);
        return entry.Family == LossFamily.Distance ? card?.UnitPower ?? 0 : 0;
    }

    /// <summary>A recipe carried out.</summary>
    internal sealed record Prepared(Recipe Recipe, IReadOnlyList<SuggestedParameter> Parameters)
    {
        /// <summary>On the target's own scale.</summary>
        public Objective Objective => Objective.Parse(Spell(parameter => parameter.Value));

        /// <summary>In units of the target's spread.</summary>
        public Objective ObjectiveInComparison => Objective.Parse(Spell(parameter => parameter.ValueInComparison));

        private string Spell(Func<SuggestedParameter, double> value) => Parameters.Count == 0
            ? Recipe.Key
            : $"{Recipe.Key}:" + string.Join(
                ',',
                Parameters.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={value(p):R}")));
    }
}
