namespace Lossary.Data.Tests;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("id", true)]
    [InlineData("Customer ID", true)]
    [InlineData("customerId", true)]
    [InlineData("row_index", true)]
    [InlineData("year", false)]
    [InlineData("grid", false)]
    public void A_counter_names_rows_if_it_is_called_so(string name, bool expected) =>
        Assert.Equal(expected, Column.OfNumbers(name, [7, 8, 9, 10]).IsIdentifierLike);

    [Fact]
    public void Numbers_that_do_not_count_up_may_be_called_anything() =>
        Assert.False(Column.OfNumbers("id", [7, 9, 8, 10]).IsIdentifierLike);
}
