using Lossary.Studies;

namespace Lossary.Cli.Tests;

public sealed class PlantedDataCommandTests
{
    [Fact]
    public async Task The_table_goes_to_standard_output_and_the_right_answer_beside_it()
    {
        Outcome outcome = await Invocation.RunAsync("data", "planted", "poisson", "--rows", "30", "--seed", "4");

        Assert.Equal(0, outcome.Code);
        Assert.Equal(PlantedTruths.Find("poisson").WriteCsv(4, 30), outcome.Out);
        Assert.Contains("Right: poisson.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_all_are_listed()
    {
        Outcome outcome = await Invocation.RunAsync("data", "planted");

        Assert.Equal(0, outcome.Code);
        Assert.All(PlantedTruths.All, truth => Assert.Contains($"\n{truth.Name} ", outcome.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gold", "Nothing called 'gold' is planted; there are asymmetric-cost,")]
    [InlineData("poisson --rows 0", "--rows must be from 1 to 10000000, but is 0.")]
    public async Task What_is_not_planted_is_refused(string line, string reason)
    {
        string error = await Invocation.RefusedAsync(2, ["data", "planted", .. line.Split(' ')]);

        Assert.Contains(reason, error, StringComparison.Ordinal);
    }
}
