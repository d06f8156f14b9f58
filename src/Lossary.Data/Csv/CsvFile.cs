namespace Lossary.Data;

/// <summary>Reads delimited text: a header line, then one record a row.</summary>
/// <remarks>
/// The delimiter (comma, semicolon, tab, bar), the kind of each column and missing values (empty, NA, N/A, #N/A, NaN,
/// null, ? in any case) are inferred. UTF-8 with or without a byte order mark; any line ends. Memory: the file's size
/// plus 8 bytes a cell of numbers and 4 bytes a cell of text.
/// </remarks>
public static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies; messages name it by its file name.</param>
    /// <exception cref="DataFileException">
    /// The file is absent, is no text, or its records do not fit its header.
    /// </exception>
    public static Table Read(string path) => Read(Open(path));

    /// <summary>The bytes of a file, known to be readable text.</summary>
    internal static CsvSource Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new CsvSource(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file."
                : Directory.Exists(path) ? "this is a folder, not a file." : exception.Message;
            throw new DataFileException(path, reason, inner: exception);
        }
    }

    /// <summary>Reads a stream, such as standard input, to its end.</summary>
    /// <param name="stream">UTF-8 text; left open.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DataFileException">The stream is no text, or its records do not fit its header.</exception>
    public static Table Read(Stream stream, string name) => Read(Open(stream, name));

    /// <summary>The bytes of a stream, known to be readable text.</summary>
    internal static CsvSource Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return new CsvSource(name, copy.ToArray());
    }

    private static Table Read(CsvSource source)
    {
        (string[] header, ColumnInference[] inferences, int[] lines) = Infer(source);
        if (lines.Length == 0)
        {
            throw new DataFileException(source.File, "has a header but no data rows.");
        }

        ColumnFiller[] fillers = [.. inferences.Select(inference => ColumnFiller.For(inference, lines.Length))];
        using (CsvRecords records = source.Open())
        {
            for (int row = 0; records.Next(); row++)
            {
                for (int i = 0; i < fillers.Length; i++)
                {
                    fillers[i].Set(row, records[i]);
                }
            }
        }

        Column[] columns = [.. header.Select((name, i) => fillers[i].Build(name, inferences[i]))];
        return new Table(source.File, source.Hash, columns, lines, ColumnFindings.Of(columns, inferences));
    }

    private static (string[] Header, ColumnInference[] Inferences, int[] Lines) Infer(CsvSource source)
    {
        using CsvRecords records = source.Open();
        bool mayUseDecimalComma = records.Delimiter != ',';
        ColumnInference[] inferences = new ColumnInference[records.Header.Length];
        for (int i = 0; i < inferences.Length; i++)
        {
            inferences[i] = new ColumnInference(mayUseDecimalComma);
        }

        List<int> lines = [];
        while (records.Next())
        {
            lines.Add(records.Line);
            for (int i = 0; i < inferences.Length; i++)
            {
                inferences[i].Observe(records[i], records.Line);
            }
        }

        return (records.Header, inferences, [.. lines]);
    }
}
