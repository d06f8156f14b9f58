using System.Globalization;

namespace Lossary.Data;

/// <summary>
/// A number for each pair of classes, from a file: what it costs to take one for the other, or how often that happens.
/// </summary>
/// <remarks>
/// The header names the classes of the columns, the first column those of the rows; the first cell does not count. In
/// the row of class i and the column of class j stands what is true where the class is i and is taken for j.
/// </remarks>
public sealed class ClassTable
{
    /// <summary>How far rows of shares may be off 1: three decimals of thirds are.</summary>
    private const double Rounding = 0.01;

    private readonly string _file;
    private readonly string[] _classes;
    private readonly double[] _values;
    private readonly int[] _lines;

    private ClassTable(string path, CsvRecords records)
    {
        Path = path;
        _file = System.IO.Path.GetFileName(path);
        _classes = records.Header[1..];
        if (_classes.Length < 2)
        {
            throw new DataFileException(
                _file,
                "a table of classes was expected: the header names them, and each has a row that starts with its "
                    + "name.");
        }

        _values = new double[_classes.Length * _classes.Length];
        _lines = new int[_classes.Length];
        while (records.Next())
        {
            ReadRow(records);
        }

        int missing = Array.IndexOf(_lines, 0);
        if (missing >= 0)
        {
            throw new DataFileException(_file, $"class '{_classes[missing]}' has a column, but no row.");
        }
    }

    /// <summary>Where the file lies, as it was given.</summary>
    public string Path { get; }

    /// <summary>The classes, in the order of the columns.</summary>
    public IReadOnlyList<string> Classes => _classes;

    /// <summary>Reads what it costs to take one class for another.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <exception cref="DataFileException">It is no such table, or a number is negative.</exception>
    public static ClassTable ReadCosts(string path) => OfCosts(path, CsvFile.Open(path));

    /// <summary>Reads what it costs to take one class for another.</summary>
    /// <param name="stream">UTF-8 text; left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DataFileException">It is no such table, or a number is negative.</exception>
    public static ClassTable ReadCosts(Stream stream, string name) => OfCosts(name, CsvFile.Open(stream, name));

    /// <summary>Reads how often one class is labelled as another; rows are divided by their sums.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <exception cref="DataFileException">
    /// It is no such table, a number is no share, or a row does not add up to 1.
    /// </exception>
    public static ClassTable ReadShares(string path) => OfShares(path, CsvFile.Open(path));

    /// <summary>Reads how often one class is labelled as another; rows are divided by their sums.</summary>
    /// <param name="stream">UTF-8 text; left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DataFileException">
    /// It is no such table, a number is no share, or a row does not add up to 1.
    /// </exception>
    public static ClassTable ReadShares(Stream stream, string name) => OfShares(name, CsvFile.Open(stream, name));

    /// <summary>The numbers in the order of a target's classes, [classes, classes], row by row.</summary>
    /// <param name="target">Classes the file may have besides do not count.</param>
    /// <exception cref="DataFileException">The target has no classes, or one that is not in the file.</exception>
    public double[] For(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsClass)
        {
            throw new DataFileException(_file, $"is a table of classes, but '{target.Name}' holds numbers.");
        }

        int[] order =
        [
            .. target.ClassNames.Select(name => Array.IndexOf(_classes, name) is int at and >= 0
                ? at
                : throw new DataFileException(
                    _file, $"has no class '{name}', which '{target.Name}' holds; it has "
                    + $"{string.Join(", ", _classes)}.")),
        ];
        return [.. order.SelectMany(row => order.Select(column => _values[(row * _classes.Length) + column]))];
    }

    private static ClassTable Read(string path, CsvSource source)
    {
        using CsvRecords records = source.Open();
        return new(path, records);
    }

    private static ClassTable OfCosts(string path, CsvSource source)
    {
        ClassTable table = Read(path, source);
        table.Check(value => value >= 0 ? null : "costs are not negative");
        return table;
    }

    private static ClassTable OfShares(string path, CsvSource source)
    {
        ClassTable table = Read(path, source);
        table.Check(value => value is >= 0 and <= 1 ? null : "shares are from 0 to 1");
        int width = table._classes.Length;
        for (int row = 0; row < width; row++)
        {
            Span<double> shares = table._values.AsSpan(row * width, width);
            double sum = 0;
            foreach (double share in shares)
            {
                sum += share;
            }

            if (Math.Abs(sum - 1) > Rounding)
            {
                throw new DataFileException(
                    table._file,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the shares of class '{table._classes[row]}' add up to {sum:G4}, not to 1."),
                    table._lines[row]);
            }

            foreach (ref double share in shares)
            {
                share /= sum;
            }
        }

        return table;
    }

    private void ReadRow(CsvRecords records)
    {
        string name = records[0].Trim().ToString();
        int row = Array.IndexOf(_classes, name);
        if (row < 0)
        {
            throw new DataFileException(
                _file,
                $"'{name}' is none of the header's classes: {string.Join(", ", _classes)}.",
                records.Line,
                records.Header[0]);
        }

        if (_lines[row] > 0)
        {
            throw new DataFileException(_file, $"class '{name}' has a row already, row {_lines[row]}.", records.Line);
        }

        _lines[row] = records.Line;
        for (int column = 0; column < _classes.Length; column++)
        {
            ReadOnlySpan<char> cell = records[column + 1].Trim();
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            _values[(row * _classes.Length) + column] = isNumber && double.IsFinite(value)
                ? value
                : throw new DataFileException(
                    _file,
                    cell.Length == 0 ? "a number is missing." : $"'{cell}' is no number.",
                    records.Line,
                    _classes[column]);
        }
    }

    private void Check(Func<double, string?> refusal)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (refusal(_values[i]) is string reason)
            {
                throw new DataFileException(
                    _file,
                    $"{_values[i].ToString(CultureInfo.InvariantCulture)} will not do: {reason}.",
                    _lines[i / _classes.Length],
                    _classes[i % _classes.Length]);
            }
        }
    }
}
