namespace Lossary.Data.Tests;

public sealed class TableTests
{
    [Theory]
    [InlineData("Price", "Sale_Price")]
    [InlineData("sale-price", "Sale_Price")]
    [InlineData("porsh", "Porch")]
    [InlineData("yeer", "Year")]
    public void An_absent_column_is_refused_with_the_nearest_name(string name, string nearest)
    {
        Table table = Tables.Read("Porch,Sale_Price,Year\n1,2,3\n");
        DataFileException refusal = Tables.Refusal(() => table.Column(name));
        Assert.Equal($"houses.csv: no column '{name}'; nearest: '{nearest}'.", refusal.Message);
    }

    [Theory]
    [InlineData("a,b,c", "y", "there are a, b, c")]
    [InlineData("width,height", "colour", "there are width, height")]
    [InlineData("a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13", "price", "there are a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 and 2 more")]
    public void A_name_that_is_near_none_gets_the_list(string header, string name, string listed)
    {
        Table table = Tables.Read(header + "\n" + string.Join(',', header.Split(',').Select(_ => "1")) + "\n");
        DataFileException refusal = Tables.Refusal(() => table.Column(name));
        Assert.Equal($"houses.csv: no column '{name}'; {listed}.", refusal.Message);
    }

    [Fact]
    public void A_table_without_some_columns_has_the_same_rows_and_the_others()
    {
        Table table = Tables.Read("a,b,c\n1,2,3\n4,5,6\n").Without(["b", "nothing"]);

        Assert.Equal(["a", "c"], table.Columns.Select(column => column.Name));
        Assert.Equal(2, table.RowCount);
        Assert.Equal(3, table.LineOf(1));
        Assert.Same(table, table.Without([]));
    }
}
