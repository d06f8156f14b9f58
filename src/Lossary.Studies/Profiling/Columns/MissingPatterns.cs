using Lossary.Data;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>Finds columns whose values are missing in the same rows, and such that tell about the target.</summary>
internal static class MissingPatterns
{
    /// <summary>Fewer rows without a value are no pattern.</summary>
    private const int FewestRows = 10;

    private const double Significance = 0.001;

    /// <summary>Below this difference in mean rank, as a share of the rows, a dependence is real but small.</summary>
    private const double SmallestShift = 0.1;

    private const int Listed = 4;
    private const int MostColumns = 500;

    public static void Find(Table table, Target target, List<Finding> findings)
    {
        Column[] gappy =
        [
            .. RowFacts.FeaturesOf(table, target).Where(column => column.MissingCount >= FewestRows).Take(MostColumns),
        ];
        foreach (IGrouping<string, Column> group in gappy.GroupBy(column => Pattern(column, target)))
        {
            Column[] columns = [.. group];
            string names = string.Join(", ", columns.Take(Listed).Select(column => $"'{column.Name}'"))
                + (columns.Length > Listed ? ", …" : "");
            if (columns.Length > 1)
            {
                findings.Add(new(
                    $"{columns.Length} columns are missing in the same {columns[0].MissingCount} rows: {names}"));
            }

            if (!target.IsClass && Shift(columns[0], target, gappy.Length) is double shift)
            {
                string where = shift > 0 ? "higher" : "lower";
                findings.Add(new(
                    $"the target is {where} where it is missing: the encoder keeps that as a feature of its own",
                    columns[0].Name));
            }
        }
    }

    /// <summary>A text that is the same for columns that are missing in the same rows.</summary>
    private static string Pattern(Column column, Target target)
    {
        char[] pattern = new char[target.Count];
        for (int i = 0; i < pattern.Length; i++)
        {
            pattern[i] = IsMissing(column, target.Rows[i]) ? '1' : '0';
        }

        return new string(pattern);
    }

    /// <summary>
    /// By how much, of all rows, the target's rank differs where the column is missing; null where chance may have done
    /// it (Wilcoxon's test, Bonferroni's correction).
    /// </summary>
    private static double? Shift(Column column, Target target, int tests)
    {
        double[] ranks = Ranks.Of(target.Values.ToArray());
        double sum = 0, count = ranks.Length;
        int missing = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            if (IsMissing(column, target.Rows[i]))
            {
                sum += ranks[i];
                missing++;
            }
        }

        if (missing < FewestRows || count - missing < FewestRows)
        {
            return null;
        }

        double difference = sum - (missing * (count + 1) / 2);
        double error = Math.Sqrt(missing * (count - missing) * (count + 1) / 12);
        double p = 2 * Normal.CDF(0, 1, -Math.Abs(difference) / error);
        double shift = difference / missing / count;
        return p * tests < Significance && Math.Abs(shift) >= SmallestShift ? shift : null;
    }

    private static bool IsMissing(Column column, int row) => column.Kind == ColumnKind.Numeric
        ? double.IsNaN(column.Numbers[row])
        : column.Codes[row] == Column.MissingCode;
}
