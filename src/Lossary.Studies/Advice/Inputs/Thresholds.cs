using System.Globalization;
using Lossary.Data;

namespace Lossary.Studies;

/// <summary>The limits by which the decision table judges facts: the defaults, save what the user changed.</summary>
public sealed class Thresholds
{
    private readonly Dictionary<string, double> _changed;

    private Thresholds(Dictionary<string, double> changed) => _changed = changed;

    /// <summary>Every limit at its default.</summary>
    public static Thresholds Default { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The limit of a card.</summary>
    public double this[ThresholdCard card]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(card);
            return _changed.GetValueOrDefault(card.Name, card.Default);
        }
    }

    /// <summary>The same with one limit changed.</summary>
    /// <param name="name">A name of <see cref="ThresholdCatalogue"/>.</param>
    /// <param name="value">The limit; not negative, a share at most 1.</param>
    /// <exception cref="ArgumentException">There is no such limit; the message proposes the nearest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value cannot be such a limit.</exception>
    public Thresholds With(string name, double value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ThresholdCard card = ThresholdCatalogue.All.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException(
                $"There is no threshold '{name}'; {Known(name)}.", nameof(name));
        double most = card.Unit is FactUnit.Share or FactUnit.PValue ? 1 : double.MaxValue;
        if (!(value >= 0 && value <= most))
        {
            string range = most == 1 ? "within [0, 1]" : "a number from 0 up";
            throw new ArgumentOutOfRangeException(
                nameof(value), string.Create(CultureInfo.InvariantCulture, $"{name} must be {range}, but is {value}."));
        }

        return new(new(_changed, StringComparer.Ordinal) { [name] = value });
    }

    private static string Known(string name)
    {
        IEnumerable<string> names = ThresholdCatalogue.All.Select(card => card.Name);
        return Names.Nearest(name, names) is string nearest
            ? $"nearest: '{nearest}'"
            : $"there are {string.Join(", ", names)}";
    }
}
