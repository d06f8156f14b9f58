using System.Text;

namespace Lossary.Data.Tests;

public sealed class ClassTableTests
{
    [Fact]
    public void Numbers_come_in_the_order_of_the_targets_classes_whatever_that_of_the_file()
    {
        ClassTable table = Costs("true,pear,apple,fig,plum\nfig,7,8,0,1\napple,1,0,2,1\nplum,9,9,9,0\npear,0,3,4,1\n");
        Assert.Equal(["pear", "apple", "fig", "plum"], table.Classes);

        // The target's classes are sorted: apple, fig, pear.
        Assert.Equal([0.0, 2, 1, 8, 0, 7, 3, 4, 0], table.For(Fruit()));
    }

    [Fact]
    public void Rows_of_shares_are_divided_by_their_sums()
    {
        ClassTable table = Shares("true;apple;fig;pear\napple;0.333;0.333;0.333\nfig;0;1;0\npear;0.1;0;0.9\n");
        double[] shares = table.For(Fruit());
        Assert.Equal(1.0 / 3, shares[0], 1e-15);
        Assert.Equal([0.0, 1, 0, 0.1, 0, 0.9], shares[3..]);
    }

    [Theory]
    [InlineData("true,a,b\na,0,1\nb,1,x\n", "row 3, column 'b': 'x' is no number")]
    [InlineData("true,a,b\na,0,1\nb,,0\n", "row 3, column 'a': a number is missing")]
    [InlineData("true,a,b\na,0,1\nc,1,0\n", "row 3, column 'true': 'c' is none of the header's classes: a, b")]
    [InlineData("true,a,b\na,0,1\na,1,0\n", "row 3: class 'a' has a row already, row 2")]
    [InlineData("true,a,b\na,0,1\n", "class 'b' has a column, but no row")]
    [InlineData("true,a\na,0\n", "a table of classes was expected")]
    [InlineData("true,a,b\na,0,-1\nb,1,0\n", "row 2, column 'b': -1 will not do: costs are not negative")]
    public void What_is_no_table_of_costs_is_refused_by_row_and_column(string text, string message) =>
        Assert.Contains(message, Tables.Refusal(() => Costs(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("true,a,b\na,0.8,1.2\nb,0,1\n", "row 2, column 'b': 1.2 will not do: shares are from 0 to 1")]
    [InlineData("true,a,b\na,0.8,0.1\nb,0,1\n", "row 2: the shares of class 'a' add up to 0.9, not to 1")]
    public void What_are_no_shares_is_refused_by_row_and_column(string text, string message) =>
        Assert.Contains(message, Tables.Refusal(() => Shares(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_not_in_the_file_is_named()
    {
        ClassTable table = Costs("true,apple,fig\napple,0,1\nfig,1,0\n");
        Assert.Contains(
            "has no class 'pear', which 'y' holds; it has apple, fig",
            Tables.Refusal(() => table.For(Fruit())).Message,
            StringComparison.Ordinal);
        Target numbers = Target.Read(Tables.OfTargets(Enumerable.Range(0, 30).Select(i => $"{i}.5")), "y");
        Assert.Contains("'y' holds numbers", Tables.Refusal(() => table.For(numbers)).Message, StringComparison.Ordinal);
    }

    private static Target Fruit() =>
        Target.Read(Tables.OfTargets(Enumerable.Range(0, 30).Select(i => (string[])["pear", "fig", "apple"]).SelectMany(x => x)), "y");

    private static ClassTable Costs(string text) => ClassTable.ReadCosts(Stream(text), "costs.csv");

    private static ClassTable Shares(string text) => ClassTable.ReadShares(Stream(text), "shares.csv");

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
