namespace Lossary.Reports;

/// <summary>A row of numbers as a row of small blocks, for a glance at its shape.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string AsciiLevels = "_.:-=+*#";

    /// <summary>The numbers as blocks between their lowest and highest.</summary>
    /// <param name="values">The numbers [n]; those that are not finite leave a blank.</param>
    /// <param name="columns">The most columns; more numbers than that are averaged in equal parts.</param>
    /// <param name="characters">What characters may be used.</param>
    /// <returns>At most <paramref name="columns"/> characters.</returns>
    public static string Render(
        ReadOnlySpan<double> values, int columns, TerminalCharacters characters = TerminalCharacters.Unicode)
    {
        int count = Math.Min(Math.Max(0, columns), values.Length);
        double[] means = new double[count];
        for (int i = 0; i < count; i++)
        {
            int from = (int)((long)values.Length * i / count);
            int to = (int)((long)values.Length * (i + 1) / count);
            means[i] = Mean(values[from..to]);
        }

        double low = means.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        double high = means.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        string levels = characters == TerminalCharacters.Ascii ? AsciiLevels : Blocks;
        return string.Concat(means.Select(mean => Level(mean, low, high, levels)));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }

    private static char Level(double mean, double low, double high, string levels)
    {
        if (!double.IsFinite(mean))
        {
            return ' ';
        }

        double share = high > low ? (mean - low) / (high - low) : 0;
        return levels[(int)Math.Min(levels.Length - 1, share * levels.Length)];
    }
}
