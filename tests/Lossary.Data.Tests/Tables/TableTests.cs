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
}
