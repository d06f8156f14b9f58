using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>A histogram of a few terminal lines.</summary>
internal static class HistogramLines
{
    private const int Rows = 6;
    private const int LevelsOfBlock = 8;
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>Columns of blocks above their axis.</summary>
    /// <param name="values">Finite; positive on a logarithmic axis; not all the same.</param>
    /// <param name="isLogarithmic">Whether equal ratios take equal space.</param>
    /// <param name="columns">How many columns to fill.</param>
    /// <param name="isUnicode">Whether blocks may be used.</param>
    public static IReadOnlyList<string> Of(ReadOnlySpan<double> values, bool isLogarithmic, int columns, bool isUnicode)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        int[] counts = CountsOfIntegers(values, low, high, columns) ?? Counts(
            values, low, high, isLogarithmic, columns);
        List<string> lines = [];
        for (int row = Rows - 1; row >= 0; row--)
        {
            lines.Add(string.Concat(counts.Select(count => Block(count, counts.Max(), row, isUnicode))));
        }

        string left = Quantity.Format(low), right = Quantity.Format(high);
        lines.Add(new string(isUnicode ? '─' : '-', columns));
        lines.Add(left + right.PadLeft(Math.Max(right.Length + 1, columns - left.Length)));
        return lines;
    }

    /// <summary>Few whole numbers get a bar each, with a blank between.</summary>
    private static int[]? CountsOfIntegers(ReadOnlySpan<double> values, double low, double high, int columns)
    {
        double range = high - low + 1;
        int width = range <= columns / 2 ? columns / (int)range : 0;
        if (width == 0)
        {
            return null;
        }

        int[] counts = new int[columns];
        foreach (double value in values)
        {
            if (value != Math.Floor(value))
            {
                return null;
            }

            foreach (ref int count in counts.AsSpan((int)(value - low) * width, width - 1))
            {
                count++;
            }
        }

        return counts;
    }

    private static int[] Counts(ReadOnlySpan<double> values, double low, double high, bool isLogarithmic, int columns)
    {
        int[] counts = new int[columns];
        foreach (double value in values)
        {
            // Halves, for the range of extreme targets is beyond that of double.
            double share = isLogarithmic
                ? Math.Log(value / low) / Math.Log(high / low)
                : ((value / 2) - (low / 2)) / ((high / 2) - (low / 2));
            counts[(int)Math.Clamp(share * columns, 0, columns - 1)]++;
        }

        return counts;
    }

    /// <summary>A column that has anything shows at least a sliver.</summary>
    private static char Block(int count, int most, int row, bool isUnicode)
    {
        int levels = count == 0 ? 0 : Math.Max(1, (int)((double)count / most * Rows * LevelsOfBlock));
        int level = Math.Clamp(levels - (row * LevelsOfBlock), 0, LevelsOfBlock);
        return isUnicode ? Blocks[level] : level == 0 ? ' ' : level <= LevelsOfBlock / 2 ? '.' : '#';
    }
}
