namespace Lossary.Reports;

/// <summary>One prefix and one number of decimals for several numbers that are read together.</summary>
internal readonly record struct NumberShape(int Group, int Decimals, bool IsScientific)
{
    private const int MostDecimals = 6;

    /// <summary>The shape that shows the largest number in so many digits, and the smallest in at least two.</summary>
    public static NumberShape For(IEnumerable<double> values, int digits)
    {
        double[] sizes = [.. values.Where(value => double.IsFinite(value) && value != 0).Select(Math.Abs)];
        if (sizes.Length == 0)
        {
            return new(0, 0, IsScientific: false);
        }

        int largest = Quantity.Exponent(sizes.Max(), digits);
        int smallest = Quantity.Exponent(sizes.Min(), 2);
        if (largest < -4 || largest >= 15)
        {
            return new(0, digits, IsScientific: true);
        }

        int group = Math.Max(0, largest / 3);
        int forLargest = digits - 1 - (largest - (3 * group));
        int forSmallest = 1 - (smallest - (3 * group));
        int most = Math.Min(MostDecimals, Math.Max(0, forLargest) + 2);
        return new(group, Math.Clamp(Math.Max(forLargest, forSmallest), 0, most), IsScientific: false);
    }

    /// <summary>The number with its prefix.</summary>
    public string Write(double value) =>
        !double.IsFinite(value) ? Quantity.Special(value)
        : IsScientific ? Quantity.Format(value, Decimals)
        : Bare(value) + Quantity.Prefix(Group);

    /// <summary>The number without its prefix.</summary>
    public string Bare(double value) =>
        !double.IsFinite(value) ? Quantity.Special(value)
        : IsScientific ? Quantity.Format(value, Decimals)
        : Quantity.Fixed(value / Math.Pow(1000, Group), Decimals);
}
