using System.Text;
using CsvHelper;

namespace Lossary.Data;

/// <summary>Walks through a file's records, header first, and holds each to the header's width.</summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>What R and pandas leave nameless when they write row names.</summary>
    internal const string RowNames = "row_name";

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly string _file;
    private readonly CsvReader _reader;
    private char[] _cell = new char[64];

    public CsvRecords(string file, ReadOnlyMemory<byte> text)
    {
        _file = file;
        _reader = CsvReader.Create(text, Options);
        Read();
        Header = ReadHeader();
    }

    /// <summary>What parts the fields: inferred from the first lines.</summary>
    public char Delimiter => _reader.Separator;

    public string[] Header { get; }

    /// <summary>The line of the file on which the current record starts; the first is 1.</summary>
    public int Line { get; private set; }

    /// <summary>A cell of the current record; valid until the next one is asked for.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            ReadOnlySpan<byte> cell = _reader.GetSpan(column);
            if (_cell.Length < cell.Length)
            {
                _cell = new char[2 * cell.Length];
            }

            return _cell.AsSpan(0, Encoding.UTF8.GetChars(cell, _cell));
        }
    }

    /// <summary>Goes to the next record that is not blank.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DataFileException">The record is malformed.</exception>
    public bool Next()
    {
        if (!Read())
        {
            return false;
        }

        if (_reader.FieldCount != Header.Length)
        {
            string fields = _reader.FieldCount == 1 ? "1 field" : $"{_reader.FieldCount} fields";
            throw new DataFileException(
                _file, $"has {fields}, the header has {Header.Length}; check delimiters and quotes.", Line);
        }

        return true;
    }

    public void Dispose() => _reader.Dispose();

    private bool Read()
    {
        try
        {
            do
            {
                if (!_reader.Read())
                {
                    return false;
                }
            }
            while (_reader.FieldCount == 1 && this[0].IsWhiteSpace());
        }
        catch (CsvFormatException exception)
        {
            throw new DataFileException(
                _file,
                "its quotes do not pair up: a quoted field begins and ends with one, and a quote within it is doubled.",
                (int)exception.LineNumber,
                inner: exception);
        }

        Line = (int)_reader.LineNumber;
        return true;
    }

    private string[] ReadHeader()
    {
        string[] names = new string[_reader.FieldCount];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string name = this[i].Trim().ToString();
            if (name.Length == 0 && i == 0 && names.Length > 1)
            {
                name = RowNames;
            }

            if (name.Length == 0)
            {
                throw new DataFileException(
                    _file, $"column {i + 1} of {names.Length} has no name; the header must name every column.", Line);
            }

            if (!seen.TryAdd(name, i))
            {
                throw new DataFileException(
                    _file, $"columns {seen[name] + 1} and {i + 1} are both named '{name}'; names must differ.", Line);
            }

            names[i] = name;
        }

        return names;
    }
}
