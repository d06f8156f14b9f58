using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Lossary.Cli.Tests;

/// <summary>A run that was interrupted goes on where it was, and comes to the same bits.</summary>
public sealed class ResumeTests
{
    private static readonly string[] Small =
        [
            "--target", "y", "--losses", "squared,huber:delta=tuned", "--folds", "3", "--repeats", "2", "--epochs", "6",
            "--hidden", "4", "--rates", "0.01,0.03", "--threads", "2", "--quiet", "--json",
        ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task A_run_cut_off_anywhere_comes_to_the_same_bits(int done)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        Outcome whole = await Invocation.RunAsync(["compare", data, .. Small, "--out", run]);

        // What a kill leaves: some whole lines, half a line, no results.
        string trainings = Path.Combine(run, "trainings.jsonl");
        string[] lines = await File.ReadAllLinesAsync(trainings);
        Assert.Equal(12, lines.Length);
        string half = done < lines.Length ? lines[done][..(lines[done].Length / 2)] : "";
        await File.WriteAllTextAsync(trainings, string.Concat(lines[..done].Select(line => line + "\n")) + half);
        File.Delete(Path.Combine(run, "results.json"));

        Outcome resumed = await Invocation.RunAsync("compare", "--resume", run, "--json", "--quiet", "--threads", "1");

        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Equal(WithoutTimes(whole.Json.GetRawText()), WithoutTimes(resumed.Json.GetRawText()));
        Assert.Equal(resumed.Out, await File.ReadAllTextAsync(Path.Combine(run, "results.json")));
        Assert.Equal(lines[..done], (await File.ReadAllLinesAsync(trainings))[..done]);
        Assert.Equal(12, (await File.ReadAllLinesAsync(trainings)).Length);
    }

    [Fact]
    public async Task A_process_that_was_killed_is_gone_on_with()
    {
        using Scratch scratch = new();
        scratch.Write("data.csv", Samples.Regression);
        string[] words =
            [
                "compare", "data.csv", "--target", "y", "--losses", "squared,absolute", "--folds", "3", "--repeats", "2",
                "--epochs", "3000", "--patience", "3000", "--hidden", "8", "--rates", "0.01", "--threads", "1", "--json",
            ];
        using Process process = Process.Start(BuiltProgram.Start(scratch.Folder, [.. words, "--out", "run"]))!;
        string trainings = scratch.At("run/trainings.jsonl");
        while (!process.HasExited && !HasTrainings(trainings))
        {
            await Task.Delay(5);
        }

        process.Kill();
        await process.WaitForExitAsync();
        Assert.False(File.Exists(scratch.At("run/results.json")), "It was done before it could be killed.");

        Outcome resumed =
            await BuiltProgram.RunAsync(BuiltProgram.Start(scratch.Folder, "compare", "--resume", "run", "--json"));
        Outcome whole = await BuiltProgram.RunAsync(BuiltProgram.Start(scratch.Folder, [.. words, "--no-run"]));

        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Equal(WithoutTimes(whole.Out), WithoutTimes(resumed.Out));
    }

    [Fact]
    public async Task Ctrl_c_keeps_what_is_done_and_says_how_to_go_on()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        using CancellationTokenSource interrupt = new();
        Task<Outcome> running = Task.Run(() => Invocation.RunAsync(
            120,
            "",
            [
                "compare", data, "--target", "y", "--losses", "squared,absolute", "--epochs", "300", "--patience", "300",
                "--rates", "0.01", "--hidden", "16", "--folds", "10", "--repeats", "20", "--threads", "1", "--quiet", "--out", run,
            ],
            interrupt.Token));
        string trainings = Path.Combine(run, "trainings.jsonl");
        while (!running.IsCompleted && !HasTrainings(trainings))
        {
            await Task.Delay(5);
        }

        await interrupt.CancelAsync();
        Outcome outcome = await running;

        Assert.Equal(130, outcome.Code);
        Assert.Equal("", outcome.Out);
        Assert.Contains($"kept; go on with: lossary compare --resume {run}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["run.json", "trainings.jsonl"], Directory.GetFiles(run).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Trainings_that_were_found_tell_nothing_of_the_time_that_is_left()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        await Invocation.RunAsync(["compare", data, .. Small, "--out", run]);

        Outcome resumed = await Invocation.RunAsync("compare", "--resume", run);

        Assert.Contains("12 of 12 trainings", resumed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" left", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_data_is_not_gone_on_with()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        await Invocation.RunAsync(["compare", data, .. Small, "--out", run]);
        scratch.Write("data.csv", Samples.Regression + "0.5,0.5,1\n");

        string error = await Invocation.RefusedAsync(3, "compare", "--resume", run);

        Assert.Contains("this is not the data that the run was begun with", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version", "\"0.0.1\"", "The run was begun with another version: 0.0.1, now ")]
    [InlineData("losses", "[\"squared\"]", "The run was begun with another losses")]
    [InlineData("words", "1", "run.json there is not that of a run")]
    public async Task A_run_that_would_not_be_the_same_is_refused(string name, string value, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        await Invocation.RunAsync(["compare", data, .. Small, "--out", run]);
        JsonObject asked = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json")))!.AsObject();
        asked[name] = JsonNode.Parse(value);
        scratch.Write("run/run.json", asked.ToJsonString());

        Assert.Contains(message, await Invocation.RefusedAsync(2, "compare", "--resume", run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--folds 4", "it does not take --folds")]
    [InlineData("sample:ames", "it does not take sample:ames")]
    [InlineData("--no-run", "it does not take --no-run")]
    [InlineData("", "there is no run.json of a run")]
    public async Task Resuming_takes_a_run_and_nothing_else(string more, string message)
    {
        using Scratch scratch = new();

        string error = await Invocation.RefusedAsync(
            2, ["compare", .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--resume", scratch.Folder]);

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(scratch.Entries);
    }

    /// <summary>A training is written at once; nobody else may open the file meanwhile.</summary>
    private static bool HasTrainings(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>Where the run is kept differs as well.</summary>
    private static string WithoutTimes(string json) => string.Join('\n', json.Split('\n')
        .Where(line => !line.Contains("\"seconds", StringComparison.Ordinal) && !line.Contains("\"run\":", StringComparison.Ordinal)));
}
