namespace Lossary.Data;

/// <summary>A data file in memory, by columns.</summary>
public sealed class Table
{
    private const int ListedColumns = 12;

    private readonly int[] _lines;
    private readonly Dictionary<string, Column> _byName;

    internal Table(
        string name, string hash, IReadOnlyList<Column> columns, int[] lines, IReadOnlyList<Finding> findings)
    {
        Name = name;
        Hash = hash;
        Columns = columns;
        Findings = findings;
        _lines = lines;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Number of data rows.</summary>
    public int RowCount => _lines.Length;

    /// <summary>The columns in the file's order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>What the reader noticed and the user should know.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">As in the header; case counts.</param>
    /// <exception cref="DataFileException">There is none; the message proposes the nearest name.</exception>
    public Column Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out Column? column))
        {
            return column;
        }

        string[] names = [.. Columns.Select(candidate => candidate.Name)];
        string more = names.Length > ListedColumns ? $" and {names.Length - ListedColumns} more" : "";
        string known = Names.Nearest(name, names) is string nearest
            ? $"nearest: '{nearest}'"
            : $"there are {string.Join(", ", names.Take(ListedColumns))}{more}";
        throw new DataFileException(Name, $"no column '{name}'; {known}.");
    }

    /// <summary>The same rows without some columns.</summary>
    /// <param name="columns">Names; one that is not there is not there afterwards either.</param>
    public Table Without(IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count == 0
            ? this
            : new(Name, Hash, [.. Columns.Where(column => !columns.Contains(column.Name))], _lines, Findings);
    }

    /// <summary>The line of the file on which a row starts, as an editor counts it.</summary>
    /// <param name="row">Index of the data row, from 0.</param>
    public int LineOf(int row) => _lines[row];
}
