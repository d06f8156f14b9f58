using Lossary.Data;
using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>What the rows show, whatever the target is.</summary>
internal static class RowFacts
{
    /// <summary>From this share on, repeated rows are told.</summary>
    private const double ManyRepeats = 0.01;

    public static void Add(FactList facts, Table table, Target target, List<Finding> findings)
    {
        Column[] features = [.. FeaturesOf(table, target)];
        facts.Add(Rows, target.Count);
        facts.Add(Features, features.Length);
        if (features.Length == 0)
        {
            return;
        }

        double missing = features.Sum(column => (double)column.MissingCount);
        facts.Add(MissingShare, missing / ((double)table.RowCount * features.Length));
        DuplicateRows duplicates = DuplicateRows.Find(features, target);
        facts.Add(DuplicateShare, duplicates.Share);
        facts.Add(ConflictShare, duplicates.ConflictShare);
        if (duplicates.Repeats > ManyRepeats * target.Count)
        {
            findings.Add(RepeatedRows.Told(duplicates.Repeats));
        }
    }

    /// <summary>Columns that can tell anything.</summary>
    public static IEnumerable<Column> FeaturesOf(Table table, Target target) => table.Columns.Where(column =>
        column.Name != target.Name && column.Kind != ColumnKind.Missing && !column.IsIdentifierLike
        && !column.IsConstant);
}
