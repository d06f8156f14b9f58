using System.Globalization;

namespace Lossary.Reports;

/// <summary>Writes numbers the way people read them: few digits, a unit prefix, always the invariant culture.</summary>
public static class Quantity
{
    private const int LargestGroup = 4;
    private static readonly string[] Prefixes = ["", " k", " M", " G", " T"];

    /// <summary>The number in few digits with a prefix for thousands: 14234.2 is "14.2 k".</summary>
    /// <param name="value">Any number; NaN is written "n/a", infinities "∞".</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    /// <returns>The text, for instance "0.0142", "14.2 k", "-3.10 M", "1.20e-7".</returns>
    public static string Format(double value, int digits = 3)
    {
        CheckDigits(digits);
        if (!double.IsFinite(value) || value == 0)
        {
            return Special(value);
        }

        int exponent = Exponent(value, digits);
        if (exponent < -4 || exponent >= 3 * (LargestGroup + 1))
        {
            return Scientific(value, digits);
        }

        int group = Math.Max(0, exponent / 3);
        return Fixed(value / Math.Pow(1000, group), digits - 1 - (exponent - (3 * group))) + Prefixes[group];
    }

    /// <summary>The number rounded to so many significant digits, without a prefix: 14234.2 is "14200".</summary>
    /// <param name="value">Any number.</param>
    /// <param name="digits">Significant digits, 1 to 15.</param>
    public static string Significant(double value, int digits = 3)
    {
        CheckDigits(digits);
        if (!double.IsFinite(value) || value == 0)
        {
            return Special(value);
        }

        int exponent = Exponent(value, digits);
        return exponent is < -4 or > 14
            ? Scientific(value, digits)
            : Fixed(RoundTo(value, digits), digits - 1 - exponent);
    }

    /// <summary>A column of numbers with one prefix and one number of decimals, so that they can be read
    /// downwards.</summary>
    /// <param name="values">The column's numbers, in order; numbers that are not finite are written as such.</param>
    /// <param name="digits">Significant digits of the number largest in size.</param>
    /// <returns>The texts, in the same order.</returns>
    public static IReadOnlyList<string> FormatColumn(IReadOnlyList<double> values, int digits = 3)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckDigits(digits);
        NumberShape shape = NumberShape.For(values, digits);
        return [.. values.Select(shape.Write)];
    }

    /// <summary>An interval with one prefix: "13.8–14.6 k".</summary>
    /// <param name="lower">The lower end.</param>
    /// <param name="upper">The upper end.</param>
    /// <param name="digits">Significant digits of the end larger in size.</param>
    public static string Interval(double lower, double upper, int digits = 3)
    {
        CheckDigits(digits);
        NumberShape shape = NumberShape.For([lower, upper], digits);
        string dash = lower < 0 || upper < 0 ? " to " : "–";
        return shape.Bare(lower) + dash + shape.Write(upper);
    }

    /// <summary>A p-value as articles print it: "p = 0.003", "p = 0.47", "p &lt; 0.001".</summary>
    /// <param name="probability">The p-value, 0 to 1.</param>
    public static string PValue(double probability) => probability switch
    {
        double.NaN => "p unknown",
        < 0.001 => "p < 0.001",
        < 0.0995 => "p = " + Fixed(probability, 3),
        > 0.995 => "p > 0.99",
        _ => "p = " + Fixed(probability, 2),
    };

    /// <summary>A fraction as percent: 0.0612 is "6.1 %", 0.42 is "42 %".</summary>
    /// <param name="fraction">The fraction; 1 is 100 %.</param>
    public static string Percent(double fraction)
    {
        double percent = fraction * 100;
        double size = Math.Abs(percent);
        if (!double.IsFinite(percent) || percent == 0)
        {
            return Special(percent) + " %";
        }

        if (size < 0.05)
        {
            return percent < 0 ? "> -0.1 %" : "< 0.1 %";
        }

        return Fixed(percent, size < 9.95 ? 1 : 0) + " %";
    }

    /// <summary>A time span in its two largest units: "340 ms", "4.2 s", "1 min 12 s", "2 h 5 min".</summary>
    /// <param name="duration">The time span; a negative one is written with a leading minus.</param>
    public static string Duration(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            return "-" + Duration(duration.Negate());
        }

        double seconds = duration.TotalSeconds;
        if (seconds < 9.95)
        {
            return seconds < 0.9995
                ? Milliseconds(duration.TotalMilliseconds) + " ms"
                : Fixed(seconds, 1) + " s";
        }

        long whole = (long)Math.Round(seconds);
        return whole switch
        {
            < 60 => Text(whole) + " s",
            < 3600 => Text(whole / 60) + " min " + Text(whole % 60) + " s",
            < 86400 => Text(whole / 3600) + " h " + Text(whole % 3600 / 60) + " min",
            _ => Text(whole / 86400) + " d " + Text(whole % 86400 / 3600) + " h",
        };
    }

    private static string Milliseconds(double milliseconds) => milliseconds switch
    {
        <= 0 => "0",
        < 0.05 => "< 0.1",
        _ => Fixed(milliseconds, milliseconds < 9.95 ? 1 : 0),
    };

    /// <summary>A count with thousands parted: "1,460".</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Fixed(double value, int decimals)
    {
        string text = value.ToString("F" + Text(Math.Clamp(decimals, 0, 15)), CultureInfo.InvariantCulture);
        bool isNegativeZero = text[0] == '-' && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0;
        return isNegativeZero ? text[1..] : text;
    }

    internal static string Special(double value) =>
        double.IsNaN(value) ? "n/a" : double.IsPositiveInfinity(value) ? "∞" : value == 0 ? "0" : "-∞";

    internal static string Prefix(int group) => Prefixes[group];

    internal static int Group(double size) =>
        size < 1000 ? 0 : Math.Min(LargestGroup, (int)Math.Floor((Math.Log10(size) + 1e-9) / 3));

    /// <summary>The decimal exponent that the number has once it is rounded: that of 999.96 in three digits is
    /// 3.</summary>
    internal static int Exponent(double value, int digits)
    {
        string text = Exponential(value, digits);
        ReadOnlySpan<char> exponent = text.AsSpan(text.IndexOf('E') + 1);
        return int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static double RoundTo(double value, int digits) =>
        double.Parse(Exponential(value, digits), CultureInfo.InvariantCulture);

    private static string Exponential(double value, int digits) =>
        value.ToString("E" + Text(digits - 1), CultureInfo.InvariantCulture);

    private static string Scientific(double value, int digits)
    {
        int exponent = Exponent(value, digits);
        string mantissa = Exponential(value, digits);
        return mantissa[..mantissa.IndexOf('E')] + "e" + Text(exponent);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void CheckDigits(int digits)
    {
        if (digits is < 1 or > 15)
        {
            throw new ArgumentOutOfRangeException(nameof(digits), digits, "digits must be 1 to 15.");
        }
    }
}
