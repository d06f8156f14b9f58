using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Rows divided by their target, their class or another column.</summary>
/// <param name="Column">The column that divides them.</param>
/// <param name="Kind">How.</param>
/// <param name="Segments">The parts; no row is in two.</param>
public sealed record Segmentation(string Column, SegmentKind Kind, IReadOnlyList<Segment> Segments)
{
    /// <summary>Into how many equal parts numbers are divided; fewer where many are equal.</summary>
    public const int Parts = 5;

    /// <summary>How many levels of a column are looked at by themselves; the rest are taken together.</summary>
    public const int MostLevels = 8;

    private static readonly string[] Fifths =
        ["lowest fifth", "second fifth", "middle fifth", "fourth fifth", "highest fifth"];

    /// <summary>Fifths of a number to predict, or the classes.</summary>
    /// <param name="target">What is predicted.</param>
    public static Segmentation ByTarget(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsClass)
        {
            return new(target.Name, SegmentKind.Target, PartsOf(target.Values.ToArray()));
        }

        int[] classes = target.Classes.ToArray();
        return new(
            target.Name,
            SegmentKind.Class,
            [.. target.ClassNames.Select((name, code) => new Segment(name, Where(classes, c => c == code)))]);
    }

    /// <summary>
    /// The levels of a column, or fifths of its numbers; rows without a value are a part of their own.
    /// </summary>
    /// <param name="table">The data.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="column">The column's name.</param>
    /// <exception cref="DataFileException">There is no such column.</exception>
    public static Segmentation ByColumn(Table table, Target target, string column)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        if (column == target.Name)
        {
            return ByTarget(target);
        }

        Column found = table.Column(column);
        int[] rows = target.Rows.ToArray();
        IReadOnlyList<Segment> segments = found.Kind switch
        {
            ColumnKind.Numeric => PartsOf(Array.ConvertAll(rows, row => found.Numbers[row])),
            ColumnKind.Categorical => LevelsOf(found, Array.ConvertAll(rows, row => found.Codes[row])),
            _ => [new Segment("missing", Where(rows, _ => true))],
        };
        return new(column, SegmentKind.Column, segments);
    }

    private static Segment[] PartsOf(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] ends = sorted.Length == 0
            ? []
            :
            [
                .. Enumerable.Range(1, Parts - 1).Select(
                    part => sorted[Math.Max(0, (part * sorted.Length / Parts) - 1)])
                    .Distinct().Where(end => end < sorted[^1]),
            ];
        double?[] bounds = [null, .. ends.Select(end => (double?)end), null];
        List<Segment> segments = [];
        for (int part = 0; part + 1 < bounds.Length && sorted.Length > 0; part++)
        {
            double? above = bounds[part], upTo = bounds[part + 1];
            int[] positions = Where(values, value => !double.IsNaN(value) && !(value <= above) && !(value > upTo));
            segments.Add(new(ends.Length == Parts - 1 ? Fifths[part] : "", positions) { Above = above, UpTo = upTo });
        }

        int[] missing = Where(values, double.IsNaN);
        return missing.Length == 0 ? [.. segments] : [.. segments, new Segment("missing", missing)];
    }

    private static Segment[] LevelsOf(Column column, int[] codes)
    {
        int[] kept =
        [
            .. codes.Where(code => code != Data.Column.MissingCode).GroupBy(code => code)
                .OrderByDescending(level => level.Count()).ThenBy(level => level.Key).Select(level => level.Key)
                .Take(MostLevels).Order(),
        ];
        (string Name, Func<int, bool> Holds)[] parts =
        [
            .. kept.Select(code => (column.Levels[code], (Func<int, bool>)(c => c == code))),
            ("other levels", code => code != Data.Column.MissingCode && !kept.Contains(code)),
            ("missing", code => code == Data.Column.MissingCode),
        ];
        return
        [
            .. parts.Select(part => new Segment(part.Name, Where(codes, part.Holds))).Where(
                part => part.Positions.Count > 0),
        ];
    }

    private static int[] Where<T>(T[] values, Func<T, bool> condition) =>
        [.. Enumerable.Range(0, values.Length).Where(i => condition(values[i]))];
}
