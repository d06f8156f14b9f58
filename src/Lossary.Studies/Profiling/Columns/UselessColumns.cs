using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Names columns from which nothing can be learnt, and why.</summary>
internal static class UselessColumns
{
    private const int Listed = 4;

    /// <summary>A text that hardly ever repeats is a name, or prose.</summary>
    private const double ManyTexts = 0.5;

    public static void Find(Table table, Target target, List<Finding> findings)
    {
        IEnumerable<Column> columns =
            table.Columns.Where(column => column.Name != target.Name && ReasonOf(column) is not null);
        foreach (IGrouping<string, string> group in columns.GroupBy(column => ReasonOf(column)!, column => column.Name))
        {
            string[] names = [.. group];
            if (names.Length == 1)
            {
                findings.Add(new(group.Key, names[0]));
                continue;
            }

            string more = names.Length > Listed ? ", …" : "";
            string listed = string.Join(", ", names.Take(Listed).Select(name => $"'{name}'"));
            findings.Add(new($"{names.Length} columns ({listed}{more}): {group.Key}"));
        }
    }

    private static string? ReasonOf(Column column)
    {
        int present = column.Kind == ColumnKind.Categorical ? column.Codes.Length - column.MissingCount : 0;
        return column switch
        {
            { Kind: ColumnKind.Missing } => "every value is missing, so that it is no feature",
            { IsIdentifierLike: true } => "names rows rather than describing them, so that it is no feature",
            { IsConstant: true } => "every value is the same, so that it is no feature",
            { Kind: ColumnKind.Categorical } when column.DistinctCount > ManyTexts * present =>
                "has different texts in most rows, which tell nothing of new ones",
            _ => null,
        };
    }
}
