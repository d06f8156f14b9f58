namespace Lossary.Data;

/// <summary>Infers from a target column's values what is to be predicted.</summary>
/// <remarks>
/// <list type="number">
/// <item>Two distinct values: binary. Texts otherwise: multi-class.</item>
/// <item>Integers that code classes: 3 to 20 of them, from 0 or 1 up with few gaps, no one ten times as frequent as
/// another, and (from four on) not ever rarer towards the large ones, as counts are.</item>
/// <item>Integers that count: none negative, the smallest at most 5, skewed to the right, a variance of at least half
/// the mean (a Poisson variable's equals the mean), and small (median at most 20; up to 100 with zeros and a long
/// tail).</item>
/// <item>Regression otherwise.</item>
/// </list>
/// </remarks>
internal static class TaskInference
{
    private const int MostClassCodes = 20;
    private const double MostUnevenClasses = 10;

    public static (TaskKind Task, string Reason) Of(Column column)
    {
        if (column.DistinctCount == 2)
        {
            return (TaskKind.Binary, "two distinct values");
        }

        if (column.Kind == ColumnKind.Categorical)
        {
            return (TaskKind.MultiClass, $"{column.DistinctCount} distinct texts");
        }

        double[] values = [.. column.Numbers.ToArray().Where(value => !double.IsNaN(value)).Order()];
        if (!values.All(value => value >= 0 && value == Math.Floor(value)))
        {
            return (
                TaskKind.Regression,
                column.DistinctCount == 1
                    ? "one number, which is no count"
                    : $"{column.DistinctCount} distinct numbers, not all of them counts");
        }

        if (CodesClasses(values))
        {
            return (TaskKind.MultiClass, $"{column.DistinctCount} integer codes of similar frequency");
        }

        return Counts(values)
            ? (TaskKind.Counts, "small integers from near 0 up, skewed to the right")
            : (TaskKind.Regression, $"{column.DistinctCount} distinct integers that look like a quantity");
    }

    private static bool CodesClasses(double[] ascending)
    {
        KeyValuePair<double, int>[] levels = [.. ascending.CountBy(value => value)];
        double first = levels[0].Key, range = levels[^1].Key - first + 1;
        if (levels.Length is < 3 or > MostClassCodes || first > 1 || range > 1.5 * levels.Length)
        {
            return false;
        }

        int[] counts = [.. levels.Select(level => level.Value)];
        double most = counts.Max(), least = counts.Min();
        bool decaying = counts.Length > 3 && counts.Zip(counts.Skip(1)).All(pair => pair.First > pair.Second);
        return most < MostUnevenClasses * least && !decaying;
    }

    private static bool Counts(double[] ascending)
    {
        double mean = ascending.Average(), median = ascending[ascending.Length / 2];
        double variance = ascending.Average(value => (value - mean) * (value - mean));
        double skewness = ascending.Average(value => Math.Pow(value - mean, 3)) / Math.Pow(variance, 1.5);
        bool small = median <= 20 || (median <= 100 && ascending[0] == 0 && skewness >= 1);
        return ascending[0] <= 5 && small && skewness > 0 && variance >= 0.5 * mean;
    }
}
