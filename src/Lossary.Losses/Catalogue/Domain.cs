using System.Globalization;

namespace Lossary.Losses;

/// <summary>The numbers that a target or a prediction may be.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="IncludesLow">Whether the lower end itself is in.</param>
/// <param name="IncludesHigh">Whether the upper end itself is in.</param>
/// <param name="EndsOnly">Whether nothing between the ends is in: the signs −1 and +1.</param>
public sealed record Domain(double Low, double High, bool IncludesLow, bool IncludesHigh, bool EndsOnly = false)
{
    /// <summary>Every real number.</summary>
    public static Domain Real { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    /// <summary>Above 0.</summary>
    public static Domain Positive { get; } = new(0, double.PositiveInfinity, false, false);

    /// <summary>0 and above.</summary>
    public static Domain NonNegative { get; } = new(0, double.PositiveInfinity, true, false);

    /// <summary>0 to 1, both in.</summary>
    public static Domain Unit { get; } = new(0, 1, true, true);

    /// <summary>−1 or +1, as margin losses take the two classes.</summary>
    public static Domain Sign { get; } = new(-1, 1, true, true, EndsOnly: true);

    /// <summary>Whether a check of a finite number can fail at all.</summary>
    public bool IsEverything =>
        double.IsNegativeInfinity(Low) && double.IsPositiveInfinity(High) && !IncludesLow && !IncludesHigh;

    /// <summary>Whether <paramref name="x"/> is in. NaN and, at an infinite end, infinity are not.</summary>
    public bool Contains(double x) => EndsOnly
        ? x == Low || x == High
        : (x > Low || (IncludesLow && x == Low)) && (x < High || (IncludesHigh && x == High));

    /// <summary>As in mathematics: <c>[0, ∞)</c>, <c>{−1, 1}</c>.</summary>
    public override string ToString()
    {
        if (IsEverything)
        {
            return "ℝ";
        }

        return EndsOnly
            ? $"{{{Text(Low)}, {Text(High)}}}"
            : $"{(IncludesLow ? '[' : '(')}{Text(Low)}, {Text(High)}{(IncludesHigh ? ']' : ')')}";
    }

    private static string Text(double end) => end switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        < 0 => "−" + (-end).ToString("R", CultureInfo.InvariantCulture),
        _ => end.ToString("R", CultureInfo.InvariantCulture),
    };
}
