using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lossary.Studies;

/// <summary>The facts of a profile, by their cards. A fact that makes no sense for the data is absent.</summary>
public sealed class FactSet : IReadOnlyCollection<Fact>
{
    private readonly Dictionary<string, Fact> _facts;

    /// <summary>A set of facts, each of another card.</summary>
    /// <exception cref="ArgumentException">Two are of one card, or a number is not finite.</exception>
    public FactSet(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _facts = new(StringComparer.Ordinal);
        foreach (Fact fact in facts)
        {
            if (!double.IsFinite(fact.Value))
            {
                throw new ArgumentException(
                    $"{fact.Card.Key} is {fact.Value}; a fact is a finite number.", nameof(facts));
            }

            if (!_facts.TryAdd(fact.Card.Key, fact))
            {
                throw new ArgumentException($"{fact.Card.Key} is given twice.", nameof(facts));
            }
        }
    }

    /// <inheritdoc/>
    public int Count => _facts.Count;

    /// <summary>The number of a fact; null where it is absent.</summary>
    public double? this[FactCard card] => TryGet(card, out Fact? fact) ? fact.Value : null;

    /// <summary>Whether a fact is there.</summary>
    public bool TryGet(FactCard card, [NotNullWhen(true)] out Fact? fact)
    {
        ArgumentNullException.ThrowIfNull(card);
        return _facts.TryGetValue(card.Key, out fact);
    }

    /// <summary>In the catalogue's order.</summary>
    public IEnumerator<Fact> GetEnumerator() =>
        FactCatalogue.All.Select(card => this[card] is null ? null : _facts[card.Key]).OfType<Fact>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
