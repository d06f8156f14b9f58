using System.Diagnostics;
using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class BuiltProgramTests
{
    private static readonly string[] Small =
        [
            "--losses", "squared,absolute", "--folds", "2", "--repeats", "1", "--epochs", "3", "--hidden", "4",
            "--rates", "0.01",
        ];

    [Fact]
    public async Task The_result_goes_to_standard_output_and_progress_to_standard_error()
    {
        using Scratch scratch = new();

        Outcome outcome = await BuiltProgram.RunAsync(
            BuiltProgram.Start(scratch.Folder, ["compare", "-", "--target", "y", "--json", .. Small]),
            Samples.Regression);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal("regression", outcome.Json.GetProperty("task").GetString());
        Assert.StartsWith("standard input: 60 rows", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("4 of 4 trainings", outcome.Error, StringComparison.Ordinal);

        // Where nothing is said of it, a run is kept in runs/DATA-N.
        string run = outcome.Json.GetProperty("run").GetString()!;
        Assert.Equal(Path.Combine("runs", "stdin-1"), run);
        Assert.True(File.Exists(Path.Combine(scratch.At(run), "report.html")));
    }

    [Theory]
    [InlineData("show huber", 0)]
    [InlineData("losses --json", 0)]
    [InlineData("show nonsense", 2)]
    [InlineData("compare", 2)]
    [InlineData("compare absent.csv --target y", 3)]
    [InlineData("evaluate absent.csv", 3)]
    public async Task The_process_ends_with_the_commands_exit_code_and_keeps_its_streams_apart(string line, int code)
    {
        using Scratch scratch = new();

        Outcome outcome = await BuiltProgram.RunAsync(BuiltProgram.Start(scratch.Folder, line.Split(' ')));

        Assert.Equal(code, outcome.Code);
        Assert.Equal(code == 0, outcome.Error.Length == 0);
        Assert.Equal(code == 0, outcome.Out.Length > 0);
        Assert.Empty(scratch.Entries);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    [InlineData("CI", "true")]
    public async Task Without_a_terminal_there_are_no_escape_sequences(string variable, string value)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        ProcessStartInfo start =
            BuiltProgram.Start(scratch.Folder, ["compare", data, "--target", "y", "--no-run", .. Small]);
        start.Environment[variable] = value;

        Outcome outcome = await BuiltProgram.RunAsync(start);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.DoesNotContain('\e', outcome.Out + outcome.Error);
        Assert.DoesNotContain('\r', outcome.Out + outcome.Error);
        Assert.Equal(variable == "TERM", outcome.Out.All(char.IsAscii));
    }

    [Fact]
    public async Task Samples_come_with_the_program_and_know_their_targets()
    {
        using Scratch scratch = new();

        Outcome outcome = await BuiltProgram.RunAsync(BuiltProgram.Start(
            scratch.Folder,
            [
                "compare", "sample:iris", "--json", "--quiet", "--losses", "cross-entropy", "--folds", "2", "--repeats",
                "1", "--epochs", "2",
                "--rates", "0.01", "--no-run",
            ]));

        Assert.Equal("", outcome.Error);
        Assert.Equal("multi-class", outcome.Json.GetProperty("task").GetString());
        Assert.Equal("target", outcome.Json.GetProperty("data").GetProperty("target").GetString());
        Assert.Equal(JsonValueKind.Object, outcome.Json.ValueKind);
        Assert.Empty(scratch.Entries);
    }

    [Fact]
    public async Task Completion_is_answered_by_the_program_itself()
    {
        using Scratch scratch = new();

        Outcome outcome = await BuiltProgram.RunAsync(BuiltProgram.Start(scratch.Folder, "[suggest:4]", "comp"));

        Assert.Equal(0, outcome.Code);
        Assert.Contains("compare", outcome.Out, StringComparison.Ordinal);
    }
}
