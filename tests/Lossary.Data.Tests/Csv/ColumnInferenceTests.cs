namespace Lossary.Data.Tests;

public sealed class ColumnInferenceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("NaN")]
    [InlineData("NULL")]
    [InlineData("?")]
    [InlineData("  ")]
    public void Marks_of_missing_values_are_missing(string mark)
    {
        Table table = Tables.Read($"a,b\n1,x\n{mark},{mark}\n3,y\n");
        Assert.Equal([1, double.NaN, 3], table.Column("a").Numbers.ToArray());
        Assert.Equal([0, Column.MissingCode, 1], table.Column("b").Codes.ToArray());
        Assert.Equal(1, table.Column("b").MissingCount);
    }

    [Fact]
    public void The_word_none_is_a_level() =>
        Assert.Equal(["None", "x"], Tables.Read("a\nNone\nx\n").Column("a").Levels);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-1.5e3", -1500)]
    [InlineData("+.5", 0.5)]
    [InlineData(" 7 ", 7)]
    [InlineData("1e-400", 0)]
    public void Numbers_are_read_without_regard_to_the_culture(string text, double value) =>
        Assert.Equal(value, Tables.Read($"a\n{text}\n2\n").Column("a").Numbers[0]);

    [Theory]
    [InlineData("1,000")]
    [InlineData("0x10")]
    [InlineData("yes")]
    [InlineData("12 kg")]
    public void Other_texts_are_categories(string text) =>
        Assert.Equal(ColumnKind.Categorical, Tables.Read($"a|b\n{text}|1\nx|1\n").Column("a").Kind);

    [Fact]
    public void Decimal_commas_are_read_where_the_comma_does_not_part_fields()
    {
        Table table = Tables.Read("a;b\n1,5;1\n-2,25;2\n3;3\n");
        Assert.Equal([1.5, -2.25, 3], table.Column("a").Numbers.ToArray());
        Assert.Equal("a", Assert.Single(table.Findings).Column);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    public void Infinities_count_as_missing_and_are_told(string text)
    {
        Table table = Tables.Read($"a,b\n1,1\n2,{text}\n3,3\n");
        Assert.Equal([1, double.NaN, 3], table.Column("b").Numbers.ToArray());
        Finding finding = Assert.Single(table.Findings);
        Assert.Equal(("b", 3), (finding.Column, finding.Row));
        Assert.Equal($"row 3, column 'b': '{text}' is not a finite number; counts as missing", finding.ToString());
    }

    [Fact]
    public void A_slip_among_many_numbers_leaves_the_column_one_of_numbers()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => i == 20 ? "abc\n" : $"{i}.25\n"));
        Table table = Tables.Read("a\n" + rows);
        Assert.Equal(ColumnKind.Numeric, table.Column("a").Kind);
        Assert.Equal(new InvalidCell("abc", 22), table.Column("a").FirstInvalid);
        Assert.Equal(22, Assert.Single(table.Findings).Row);
    }

    [Fact]
    public void Few_numbers_beside_a_text_are_levels()
    {
        string rows = string.Concat(Enumerable.Range(0, 99).Select(i => $"{i % 3}\n")) + "3+\n";
        Assert.Equal(["0", "1", "2", "3+"], Tables.Read("a\n" + rows).Column("a").Levels);
    }

    [Fact]
    public void Columns_of_nothing_constants_and_names_of_rows_are_recognised()
    {
        Table table = Tables.Read("void,same,id,number\n,5,a1,1\nNA,5,a2,2\n,5,a3,3\n");
        Assert.Equal(ColumnKind.Missing, table.Column("void").Kind);
        Assert.True(table.Column("same").IsConstant);
        Assert.True(table.Column("id").IsIdentifierLike);
        Assert.False(table.Column("number").IsIdentifierLike);
    }

    [Fact]
    public void Dates_are_categories_and_told()
    {
        Table table = Tables.Read("day,b\n2024-01-31,1\n2024-02-01,2\n2024-02-01,3\n");
        Assert.Equal(ColumnKind.Categorical, table.Column("day").Kind);
        Assert.Contains("dates", Assert.Single(table.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_stand_in_ordinal_order_whatever_the_order_of_rows() => Assert.Equal(
        Tables.Read("a\nb\nA\na\n").Column("a").Levels, Tables.Read("a\na\nb\nA\n").Column("a").Levels);
}
