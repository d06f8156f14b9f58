using System.Globalization;

namespace Lossary.Reports;

/// <summary>Round numbers along an axis, with labels that tell them apart.</summary>
/// <remarks>Steps are 1, 2 or 5 times a power of ten: P. S. Heckbert, "Nice Numbers for Graph Labels",
/// Graphics Gems (1990) 61–63.</remarks>
/// <param name="Values">The marked values, rising.</param>
/// <param name="Labels">Their texts.</param>
internal sealed record Ticks(IReadOnlyList<double> Values, IReadOnlyList<string> Labels)
{
    private const int MostTicks = 100;

    /// <summary>Ticks of a linear axis inside the range, about as many as asked for.</summary>
    public static Ticks Linear(double minimum, double maximum, int count)
    {
        double step = NiceStep((maximum - minimum) / Math.Max(1, count));
        double first = Math.Ceiling((minimum / step) - 1e-9);
        int number = (int)Math.Clamp(Math.Floor((maximum / step) + 1e-9) - first + 1, 0, MostTicks);
        double[] values = [.. Enumerable.Range(0, number).Select(i => (first + i) * step)];
        return new(values, Labelled(values, step));
    }

    /// <summary>Ticks of a logarithmic axis inside the range: powers of ten, and 2 and 5 between them if few.</summary>
    public static Ticks Logarithmic(double minimum, double maximum, int count)
    {
        double low = Math.Log10(minimum);
        double high = Math.Log10(maximum);
        double decades = high - low;
        if (decades < 0.7)
        {
            return Linear(minimum, maximum, count);
        }

        double[] multiples = decades * 3 <= count + 1 ? [1, 2, 5] : [1];
        int stride = Math.Max(1, (int)Math.Ceiling(decades / Math.Max(1, count)));
        List<double> values = [];
        for (int decade = (int)Math.Floor(low); decade <= (int)Math.Ceiling(high); decade++)
        {
            if (decade % stride == 0)
            {
                values.AddRange(multiples.Select(multiple => multiple * PowerOfTen(decade)));
            }
        }

        values.RemoveAll(value => value < minimum * (1 - 1e-9) || value > maximum * (1 + 1e-9));
        bool arePowers = low < -4 || high > 12;
        return new(values, [.. values.Select(value => LogarithmicLabel(value, arePowers))]);
    }

    /// <summary>The smallest of 1, 2, 5, 10 times a power of ten that is near the raw step.</summary>
    public static double NiceStep(double raw)
    {
        double power = PowerOfTen((int)Math.Floor(Math.Log10(raw)));
        double fraction = raw / power;
        double nice = fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10;
        return nice * power;
    }

    private static double PowerOfTen(int exponent) =>
        double.Parse("1e" + exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string[] Labelled(double[] values, double step)
    {
        double largest = values.Length == 0 ? 0 : values.Max(Math.Abs);
        if (largest is > 0 and (>= 1e15 or < 1e-4))
        {
            return [.. values.Select(value => Minus(Quantity.Format(value, 3)))];
        }

        int group = largest < 10000 ? 0 : Quantity.Group(largest);
        int decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(step / Math.Pow(1000, group)) + 1e-9));
        return [.. values.Select(value => value == 0
            ? "0"
            : Minus(Quantity.Fixed(value / Math.Pow(1000, group), decimals) + Quantity.Prefix(group)))];
    }

    private static string LogarithmicLabel(double value, bool isPower)
    {
        if (!isPower)
        {
            int group = value < 1000 ? 0 : Quantity.Group(value);
            double bare = value / Math.Pow(1000, group);
            int decimals = Math.Max(0, (int)-Math.Floor(Math.Log10(bare) + 1e-9));
            return Quantity.Fixed(bare, decimals) + Quantity.Prefix(group);
        }

        int exponent = (int)Math.Floor(Math.Log10(value) + 1e-9);
        double multiple = Math.Round(value / PowerOfTen(exponent));
        return (multiple > 1 ? Quantity.Fixed(multiple, 0) + "·" : "") + "10" + Superscript(exponent);
    }

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit =>
            digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static string Minus(string text) => text.Replace('-', '−');
}
