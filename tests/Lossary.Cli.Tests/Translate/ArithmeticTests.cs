namespace Lossary.Cli.Tests;

public sealed class ArithmeticTests
{
    private static readonly Dictionary<string, double> Values = new() { ["a"] = 3, ["b_1"] = 0.5 };

    [Theory]
    [InlineData("2", 2)]
    [InlineData("1e-7", 1e-7)]
    [InlineData("a", 3)]
    [InlineData("1 - b_1", 0.5)]
    [InlineData("2*a^2/4", 4.5)]
    [InlineData("-a+1", -2)]
    [InlineData("(1+a)*(2-b_1)", 6)]
    public void It_is_computed_as_on_paper(string text, double expected) =>
        Assert.Equal(expected, Arithmetic.Parse(text).Value(Values), 15);

    [Theory]
    [InlineData("a", 3)]
    [InlineData("1-a", -2)]
    [InlineData("a-1", 2)]
    [InlineData("2*a", 6)]
    [InlineData("1/a", 1.0 / 3)]
    [InlineData("a/2+1", 2.5)]
    [InlineData("a^2", 9)]
    public void It_is_solved_for_its_parameter(string text, double value)
    {
        (string name, double solution) = Assert.NotNull(Arithmetic.Parse(text).Solve(value));
        Assert.Equal("a", name);
        Assert.Equal(3, solution, 14);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1+")]
    [InlineData("(a")]
    [InlineData("a b)")]
    public void What_is_no_arithmetic_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Arithmetic.Parse(text));
}
