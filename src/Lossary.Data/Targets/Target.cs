namespace Lossary.Data;

/// <summary>What is to be predicted: the task, the rows that have a target, and the target of each.</summary>
public sealed class Target
{
    private readonly int[] _rows;
    private readonly double[] _values;
    private readonly int[] _classes;

    internal Target(
        string name, TaskKind task, string reason, int[] rows, double[] values, string[] classNames, Finding[] findings)
    {
        Name = name;
        Task = task;
        Reason = reason;
        _rows = rows;
        _values = values;
        ClassNames = classNames;
        _classes = classNames.Length == 0 ? [] : [.. values.Select(value => (int)value)];
        Findings = findings;
    }

    /// <summary>The target column's name.</summary>
    public string Name { get; }

    /// <summary>What is to be predicted.</summary>
    public TaskKind Task { get; }

    /// <summary>Why this task, in words for the user.</summary>
    public string Reason { get; }

    /// <summary>Number of rows that have a target.</summary>
    public int Count => _rows.Length;

    /// <summary>The table's rows that have a target, [count], ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The targets, [count]: numbers, or the classes' indices.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>
    /// The classes' indices, [count]; empty for numbers. Of a binary target, 1 is the positive class.
    /// </summary>
    public ReadOnlySpan<int> Classes => _classes;

    /// <summary>The names of the classes by index; empty for numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Whether the target is a class.</summary>
    public bool IsClass => ClassNames.Count > 0;

    /// <summary>What the user should know: rows without a target, classes of few members.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The table's rows of some of the targets.</summary>
    /// <param name="positions">Indices into <see cref="Values"/>, as the folds hold them.</param>
    public int[] RowsAt(ReadOnlySpan<int> positions)
    {
        int[] rows = new int[positions.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = _rows[positions[i]];
        }

        return rows;
    }

    /// <summary>
    /// Takes a column as the target, infers the task where the user has not said it, and codes the classes.
    /// </summary>
    /// <param name="table">The data.</param>
    /// <param name="column">The target column's name.</param>
    /// <param name="options">The user's own decisions; null: none.</param>
    /// <exception cref="DataFileException">
    /// The column is absent, constant, too short, or does not fit the task.
    /// </exception>
    public static Target Read(Table table, string column, TargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TargetReader(table, table.Column(column), options ?? new TargetOptions()).Read();
    }
}
