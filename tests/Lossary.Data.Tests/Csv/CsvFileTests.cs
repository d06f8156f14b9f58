using System.Text;

namespace Lossary.Data.Tests;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a;b\n1;x\n2;y\n")]
    [InlineData("a\tb\n1\tx\n2\ty\n")]
    [InlineData("a|b\n1|x\n2|y\n")]
    [InlineData("\uFEFFa,b\r\n1,x\n2,y\r\n")]
    [InlineData("a,b\r1,x\r2,y")]
    [InlineData("\"a\",\"b\"\n\"1\",\"x\"\n\n\"2\",\"y\"")]
    [InlineData(" a , b \n 1 , x \n 2 , y \n")]
    public void Delimiters_quotes_marks_and_line_ends_do_not_matter(string text)
    {
        Table table = Tables.Read(text);
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 2], table.Column("a").Numbers.ToArray());
        Assert.Equal(["x", "y"], table.Column("b").Levels);
        Assert.Equal([0, 1], table.Column("b").Codes.ToArray());
    }

    [Fact]
    public void A_delimiter_within_quotes_is_text()
    {
        Table table = Tables.Read("a,b\n\"x;y;z, \"\"w\"\"\",1\nv,2\n");
        Assert.Equal(["v", "x;y;z, \"w\""], table.Column("a").Levels);
    }

    [Fact]
    public void One_column_needs_no_delimiter() =>
        Assert.Equal([1, 2], Tables.Read("a\n1\n2\n").Column("a").Numbers.ToArray());

    [Fact]
    public void Rows_are_numbered_as_an_editor_does_though_records_span_lines()
    {
        Table table = Tables.Read("a,b\n\"two\nlines\",1\n\nx,2\n");
        Assert.Equal([2, 5], new[] { table.LineOf(0), table.LineOf(1) });
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n \n", "empty")]
    [InlineData("a,b\n", "no data rows")]
    [InlineData("PK\u0003\u0004xyz", "spreadsheet")]
    public void Files_without_data_are_refused(string text, string reason)
    {
        DataFileException refusal = Tables.Refusal(() => Tables.Read(text));
        Assert.StartsWith("houses.csv: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.Row);
    }

    [Theory]
    [InlineData("a,b,a\n1,2,3\n", 1, "columns 1 and 3 are both named 'a'")]
    [InlineData("a,,c\n1,2,3\n", 1, "column 2 of 3 has no name")]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, "has 3 fields, the header has 2")]
    [InlineData("a,b\n1,2\n1\n", 3, "has 1 field, the header has 2")]
    [InlineData("a,b\n1,2\n3,\"x\n5,6\n", 3, "quotes do not pair up")]
    [InlineData("a,b\n1,\"x\"y\n", 2, "quotes do not pair up")]
    [InlineData("a,b\n1,2\n3,\0\n", 3, "NUL")]
    public void Malformed_records_are_refused_with_their_row(string text, int row, string reason)
    {
        DataFileException refusal = Tables.Refusal(() => Tables.Read(text));
        Assert.Equal(row, refusal.Row);
        Assert.StartsWith($"houses.csv, row {row}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_another_encoding_is_refused_with_its_row()
    {
        DataFileException latin = Tables.Refusal(() => Tables.Read(Encoding.Latin1.GetBytes("a,b\n1,2\né,3\n")));
        Assert.Equal("houses.csv, row 3: byte 0xE9 is not valid UTF-8; save the file as UTF-8.", latin.Message);
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n1,2\n")];
        Assert.Contains("UTF-16", Tables.Refusal(() => Tables.Read(utf16)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_read_are_refused()
    {
        string folder = Path.GetTempPath();
        Assert.Contains("folder", Tables.Refusal(() => CsvFile.Read(folder)).Message, StringComparison.Ordinal);
        string absent = Path.Combine(folder, "lossary-no-such-file.csv");
        Assert.Contains("no such file", Tables.Refusal(() => CsvFile.Read(absent)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        // SHA-256 of "a\n1\n" by sha256sum.
        Assert.Equal("309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc", Tables.Read("a\n1\n").Hash);
    }

    [Fact]
    public void A_nameless_first_column_is_the_row_names_that_pandas_writes()
    {
        Table table = Tables.Read(",b\n0,2\n1,3\n2,9\n");
        Assert.True(table.Column("row_name").IsIdentifierLike);
        Assert.Contains(table.Findings, finding => finding.Message.Contains("no name", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_columns_are_read()
    {
        string header = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"c{i}"));
        string row = string.Join(',', Enumerable.Range(0, 5000));
        Table table = Tables.Read($"{header}\n{row}\n{row}\n");
        Assert.Equal(4999, table.Column("c4999").Numbers[1]);
    }

    [Fact]
    public void No_prefix_of_a_file_fails_otherwise_than_by_refusal()
    {
        byte[] whole = Encoding.UTF8.GetBytes("\uFEFFa;\"b\"\"c\";d\r\n1,5;\"é\n|\";NA\r\n2;x;3\n");
        for (int length = 0; length <= whole.Length; length++)
        {
            Exception? exception = Record.Exception(() => Tables.Read(whole[..length]));
            Assert.True(exception is null or DataFileException, $"{length} bytes: {exception}");
        }
    }
}
