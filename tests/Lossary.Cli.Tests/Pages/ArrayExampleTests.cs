using Lossary.Losses;

namespace Lossary.Cli.Tests;

public sealed class ArrayExampleTests
{
    private const int Widest = 120;

    [Theory]
    [InlineData("dice")] // [4, 4, 2]: a line for each image
    [InlineData("triplet")] // [4, 5]: a line for each embedding
    [InlineData("cox")] // [4]: all in one
    public void Numbers_of_an_example_fit_a_page(string key)
    {
        string code = ArrayExample.Of(LossCatalogue.Create<IArrayLoss>(key)).Code;

        Assert.All(code.Split('\n'), line => Assert.True(line.Length <= Widest && line == line.TrimEnd(), line));
        Assert.Equal(code.Count(sign => sign == '['), code.Count(sign => sign == ']'));
    }

    [Fact]
    public void Few_numbers_stay_beside_their_shape() => Assert.Contains(
        "= new Tensor<double>(new Shape(4), (double[])[",
        ArrayExample.Of(LossCatalogue.Create<IArrayLoss>("cox")).Code,
        StringComparison.Ordinal);
}
