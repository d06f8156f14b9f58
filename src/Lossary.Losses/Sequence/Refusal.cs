namespace Lossary.Losses;

/// <summary>What is said of an input that its card alone cannot check.</summary>
internal static class Refusal
{
    /// <summary>The exception, with the input's name as the parameter's.</summary>
    public static ArgumentException Of(string input, string message) => new(message, input);

    /// <summary>A parameter that counts or numbers something.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range, or no whole number.</exception>
    public static int Whole(ParameterCard card, double value)
    {
        card.Bind(value);
        return value == Math.Floor(value)
            ? (int)value
            : throw new ArgumentOutOfRangeException(card.Name, value, $"{card.Name} must be a whole number.");
    }
}
