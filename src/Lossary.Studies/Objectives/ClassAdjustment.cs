using System.Globalization;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>What a training makes of how many rows each class has, beside its loss.</summary>
public abstract class ClassAdjustment
{
    private protected ClassAdjustment(AdjustmentCard card, double value)
    {
        Card = card;
        Value = card.Parameter.Bind(value).Value;
    }

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<AdjustmentCard> All { get; } = [ClassBalancedWeights.TheCard, LogitAdjustment.TheCard];

    /// <summary>What is to be said of it.</summary>
    public AdjustmentCard Card { get; }

    /// <summary>Its parameter's value.</summary>
    public double Value { get; }

    /// <summary>As it would be asked for; the default value is left out.</summary>
    public string Name => Value == Card.Parameter.Default
        ? Card.Key
        : string.Create(CultureInfo.InvariantCulture, $"{Card.Key}:{Card.Parameter.Name}={Value:R}");

    /// <summary>The adjustment that a text such as <c>class-balanced:beta=0.99</c> asks for.</summary>
    /// <exception cref="ArgumentException">It is unknown, or its parameter is no number or out of range.</exception>
    public static ClassAdjustment Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        AdjustmentCard card = All.FirstOrDefault(card => card.Key == parts[0])
            ?? throw new ArgumentException(
                $"After the + comes one of {string.Join(", ", All.Select(card => card.Key))}, not '{parts[0]}'.",
                nameof(text));
        double value = parts.Length < 2 ? card.Parameter.Default : ReadValue(card, parts[1]);
        return card == ClassBalancedWeights.TheCard ? new ClassBalancedWeights(value) : new LogitAdjustment(value);
    }

    /// <summary>What a row's loss is multiplied by, by its class; null where nothing is.</summary>
    /// <param name="counts">Rows of each class, [classes].</param>
    public virtual double[]? WeightsOf(ReadOnlySpan<int> counts) => null;

    /// <summary>
    /// What is added to each class's logit while training, and not when predicting; null where nothing is.
    /// </summary>
    /// <param name="counts">Rows of each class, [classes].</param>
    public virtual double[]? OffsetsOf(ReadOnlySpan<int> counts) => null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Why it does not go with a loss; null if it does.</summary>
    internal virtual string? RefusalOf(ILoss loss) => (loss.Card.Tasks & (LossTask.Binary | LossTask.MultiClass)) == 0
        ? $"{Card.Key} is for losses of classes; {loss.Card.Key} is none."
        : null;

    private static double ReadValue(AdjustmentCard card, string argument)
    {
        string[] parts = argument.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts[0] != card.Parameter.Name)
        {
            throw new ArgumentException(
                $"{card.Key} has no parameter '{parts[0]}'; it has: {card.Parameter.Name}.", nameof(argument));
        }

        return parts.Length == 2
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new ArgumentException($"'{argument}' is not of the form {parts[0]}=number.", nameof(argument));
    }
}
