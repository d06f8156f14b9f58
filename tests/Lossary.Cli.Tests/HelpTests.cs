namespace Lossary.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("compare")]
    [InlineData("profile")]
    [InlineData("losses")]
    [InlineData("show")]
    [InlineData("evaluate")]
    [InlineData("data")]
    public async Task Help_of_a_command_tells_its_options_and_ends_with_examples(string command)
    {
        Outcome outcome = await Invocation.RunAsync(command, "--help");

        Assert.Equal(0, outcome.Code);
        Assert.Equal("", outcome.Error);
        Assert.Contains("--json", outcome.Out, StringComparison.Ordinal);
        string examples = outcome.Out[outcome.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.True(
            examples.Split('\n').Count(line => line.Contains($"lossary {command}", StringComparison.Ordinal)) >= 2,
            examples);
    }

    [Fact]
    public async Task Help_of_the_program_lists_the_commands_with_an_example_each()
    {
        Outcome outcome = await Invocation.RunAsync("--help");

        Assert.Equal(0, outcome.Code);
        foreach (string command in (string[])["compare", "profile", "losses", "show", "evaluate", "data"])
        {
            Assert.Contains($"\n  lossary {command}", outcome.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Examples_of_the_help_are_understood()
    {
        foreach (string command in (string[])["losses", "show"])
        {
            Outcome help = await Invocation.RunAsync(command, "--help");
            foreach (string example in help.Out.Split("Examples:\n")[1].TrimEnd('\n').Split('\n'))
            {
                Outcome outcome = await Invocation.RunAsync(example.Trim().Split(' ')[1..]);
                Assert.True(outcome.Code == 0, $"{example}: {outcome.Error}");
            }
        }
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("nonsense")]
    [InlineData("losses --nonsense")]
    [InlineData("compare data.csv --folds many")]
    [InlineData("")]
    public async Task A_line_that_cannot_be_read_is_refused_and_points_at_the_help(string line)
    {
        string error = await Invocation.RefusedAsync(2, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_named_beside_those_that_do()
    {
        string error = await Invocation.RefusedAsync(2, "nonsense");

        Assert.Contains(
            "There is no command 'nonsense'; there are recommend, compare, profile, losses, show, plot, translate, evaluate, data.",
            error,
            StringComparison.Ordinal);
    }
}
