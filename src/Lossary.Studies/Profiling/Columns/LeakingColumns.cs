using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Finds columns each of which alone nearly determines the target: mostly the target in disguise.</summary>
internal static class LeakingColumns
{
    /// <summary>From this share of the target's variation on, a single column is too good to be true.</summary>
    /// <remarks>
    /// Honest strong predictors stay below: 0.92 of the price by a diamond's weight, 0.90 of the iris's species by its
    /// petals.
    /// </remarks>
    public const double Threshold = 0.98;

    /// <summary>On fewer rows, a column may determine the target by chance.</summary>
    public const int FewestRows = 30;

    private const int MostRows = 10_000;

    /// <summary>The names of such columns; each becomes a finding.</summary>
    public static string[] Find(Table table, Target target, List<Finding> findings)
    {
        if (target.Count < FewestRows)
        {
            return [];
        }

        int[] positions = Drawn(target.Count);
        int[] rows = target.RowsAt(positions);
        double[] values = [.. positions.Select(position => target.Values[position])];
        Determination determination = target.IsClass
            ? Determination.OfClasses(values)
            : Determination.OfNumbers(values);
        List<string> leaking = [];
        foreach (Column column in RowFacts.FeaturesOf(table, target))
        {
            double share = determination.By(column, rows);
            if (share > Threshold)
            {
                leaking.Add(column.Name);
                findings.Add(new(
                    $"alone determines {share * 100:F1} % of '{target.Name}': if it is not known before the target is, "
                    + "it leaks the answer and must go (the baseline fit leaves it out)",
                    column.Name));
            }
        }

        return [.. leaking];
    }

    private static int[] Drawn(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        if (count > MostRows)
        {
            new RandomStream(1).Split("leaking columns").Shuffle(order.AsSpan());
        }

        return order[..int.Min(count, MostRows)];
    }
}
