namespace Lossary.Data;

/// <summary>What is to be predicted: the task, the rows that have a target, and the target of each.</summary>
public sealed class Target
{
    private readonly int[] _rows;
    private readonly double[] _values;
    private readonly int[] _classes;
    private double[] _weights = [];
    private bool[] _events = [];
    private int[] _queries = [];

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

    /// <summary>The rows' weights, [count]; empty where all weigh the same.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Whether each target is a value, and not only a bound, [count]; empty where all are.</summary>
    public ReadOnlySpan<bool> Events => _events;

    /// <summary>
    /// The query of each row, from 0, [count]: rows are ordered among those of theirs; empty where there are none.
    /// </summary>
    public ReadOnlySpan<int> Queries => _queries;

    /// <summary>The columns that hold weights, events and queries: they tell about rows, and are no features.</summary>
    public IReadOnlyList<string> Companions { get; private set; } = [];

    /// <summary>
    /// What the user should know: rows without a target, classes of few members, how events were read.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; private set; }

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
    /// The column is absent, constant, too short, or does not fit the task; or one that the options name does not hold
    /// what it should.
    /// </exception>
    public static Target Read(Table table, string column, TargetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new TargetOptions();
        Target target = new TargetReader(table, table.Column(column), options).Read();
        CompanionReader companions = new(table, target);
        target._weights = options.Weights is string weights ? companions.Weights(weights) : [];
        target._events = options.Events is string events ? companions.Events(events) : [];
        target._queries = options.Query is string query ? companions.Queries(query) : [];
        target.Findings = [.. target.Findings, .. companions.Findings];
        target.Companions = [.. ((string?[])[options.Weights, options.Events, options.Query]).OfType<string>()];
        return target;
    }
}
