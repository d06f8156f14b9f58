using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Rows that repeat another: a fold that tests on the one trains on the other.</summary>
internal static class RepeatedRows
{
    /// <summary>Says how many rows repeat another in every cell; columns that number the rows do not count.</summary>
    public static IEnumerable<Finding> Find(Table table, Target target)
    {
        Column[] features = [.. table.Columns.Where(column => column.Name != target.Name && !column.IsIdentifierLike)];
        int repeats = DuplicateRows.Find(features, target).Repeats;
        if (repeats > 0)
        {
            yield return Told(repeats);
        }
    }

    /// <summary>The finding, in the words that profile and comparison share.</summary>
    public static Finding Told(int repeats)
    {
        string rows = repeats == 1 ? "1 row repeats" : FormattableString.Invariant($"{repeats} rows repeat");
        return new(
            $"{rows} an earlier one in every cell: where they were recorded twice, keep one, for with copies in "
            + $"training and "
            + "test folds every score looks better than it is");
    }
}
