namespace Lossary.Data;

/// <summary>One column of a <see cref="Table"/>: numbers, or the codes of levels.</summary>
public sealed class Column
{
    /// <summary>The code of a missing cell.</summary>
    public const int MissingCode = -1;

    private readonly double[] _numbers;
    private readonly int[] _codes;

    private Column(string name, ColumnKind kind, double[] numbers, int[] codes, IReadOnlyList<string> levels)
    {
        Name = name;
        Kind = kind;
        _numbers = numbers;
        _codes = codes;
        Levels = levels;
    }

    /// <summary>The name in the header.</summary>
    public string Name { get; }

    /// <summary>What the cells hold.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The values of a numeric column, [rows]; NaN where missing. Empty for other kinds.</summary>
    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>The levels' indices of a categorical column, [rows]; −1 where missing. Empty for other kinds.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The distinct texts of a categorical column in ordinal order. Empty for other kinds.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Number of missing cells.</summary>
    public int MissingCount { get; private init; }

    /// <summary>Number of different values that are present.</summary>
    public int DistinctCount { get; private init; }

    /// <summary>Whether all present values are the same.</summary>
    public bool IsConstant => DistinctCount <= 1;

    /// <summary>
    /// Whether the column names rows rather than describing them: distinct texts, or a row number that is nameless or
    /// called an identifier.
    /// </summary>
    public bool IsIdentifierLike { get; private init; }

    /// <summary>
    /// The first cell of a numeric column that holds no finite number, and counts as missing; null: none.
    /// </summary>
    public InvalidCell? FirstInvalid { get; private init; }

    /// <summary>A column of numbers.</summary>
    /// <param name="name">The name in the header.</param>
    /// <param name="values">[rows], kept, not copied; NaN where missing.</param>
    /// <param name="firstInvalid">The first cell that holds no number; null: none.</param>
    public static Column OfNumbers(string name, double[] values, InvalidCell? firstInvalid = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        int missing = values.Count(double.IsNaN);
        return new Column(name, ColumnKind.Numeric, values, [], [])
        {
            MissingCount = missing,
            DistinctCount = values.Where(value => !double.IsNaN(value)).Distinct().Count(),
            IsIdentifierLike = IsNameOfRows(name) && CountsUp(values),
            FirstInvalid = firstInvalid,
        };
    }

    /// <summary>A column of texts.</summary>
    /// <param name="name">The name in the header.</param>
    /// <param name="cells">[rows]; null where missing.</param>
    public static Column OfTexts(string name, IReadOnlyList<string?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        string[] levels = [.. cells.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> codes = levels.Index().ToDictionary(level => level.Item, level => level.Index);
        return OfCodes(name, [.. cells.Select(cell => cell is null ? MissingCode : codes[cell])], levels);
    }

    /// <summary>A column without a value.</summary>
    internal static Column OfMissing(string name, int rows) =>
        new(name, ColumnKind.Missing, [], [], []) { MissingCount = rows };

    /// <summary>A column of codes of levels, each of which occurs.</summary>
    internal static Column OfCodes(string name, int[] codes, IReadOnlyList<string> levels)
    {
        int missing = codes.AsSpan().Count(MissingCode);
        return new Column(name, ColumnKind.Categorical, [], codes, levels)
        {
            MissingCount = missing,
            DistinctCount = levels.Count,
            IsIdentifierLike = levels.Count > 2 && levels.Count == codes.Length - missing,
        };
    }

    /// <summary>
    /// A counter alone may be time, and tell something; one that is called an identifier tells where a row stood in the
    /// file, which must not help to predict it.
    /// </summary>
    private static bool IsNameOfRows(string name)
    {
        string last = name.Split(' ', '_', '-', '.')[^1];
        return name == CsvRecords.RowNames
            || last.Equals("id", StringComparison.OrdinalIgnoreCase)
            || last.Equals("index", StringComparison.OrdinalIgnoreCase)
            || last.Equals("row", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("Id", StringComparison.Ordinal)
            || name.EndsWith("ID", StringComparison.Ordinal);
    }

    private static bool CountsUp(double[] values)
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] - values[i - 1] != 1)
            {
                return false;
            }
        }

        return true;
    }
}
