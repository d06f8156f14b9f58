namespace Lossary.Cli.Tests;

/// <summary>Bad input: one clear line, the right exit code, nothing on standard output and nothing on disk.</summary>
public sealed class RefusalTests
{
    private static readonly string Lines = Samples.Regression;

    public static TheoryData<string, string> BadData => new()
    {
        { Lines.Replace(",y\n", ",price\n", StringComparison.Ordinal), "no column 'y'; there are x, z, price." },
        { Column(_ => "5"), "column 'y': every target is the same" },
        { Column(_ => "yes"), "column 'y': every target is the same" },
        { "x,y\n1,2.5\n", "1 row has a target; at least 10 are needed" },
        { "x,y\n1,2.5\n2,3\n3,4\n", "3 rows have a target; at least 10 are needed" },
        { "x,x,y\n1,2,3\n", "'x'" },
        { Column(i => i == 7 ? "many" : i + ".5"), "row 9, column 'y': 'many' is not a number" },
        { Column(i => i == 7 ? "inf" : i + ".5"), "row 9, column 'y': 'inf' is not a number" },
        { Column(i => i == 7 ? "" : ""), "column 'y'" },
        { "x,y\n1,2\n3\n", "row 3" },
        { "", "the file is empty" },
        { "x,y\n", "has a header but no data rows" },
        { Column(i => i + ".5e299"), "row 61, column 'y': 5.95E+300 is too large to be learnt" },
        { "y\n1.5\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "bad.csv" },
    };

    [Theory]
    [MemberData(nameof(BadData))]
    public async Task Bad_data_is_refused_with_file_and_place(string csv, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("bad.csv", csv);

        string error = await Invocation.RefusedAsync(
            3, "compare", data, "--target", "y", "--out", scratch.At("runs/one"), "--quiet", "--epochs", "1");

        Assert.Contains("bad.csv", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(["bad.csv"], scratch.Entries);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_data_with_its_name()
    {
        using Scratch scratch = new();

        string error = await Invocation.RefusedAsync(3, "compare", scratch.At("absent.csv"), "--target", "y");
        string folder = await Invocation.RefusedAsync(3, "compare", scratch.Folder, "--target", "y");
        string sample = await Invocation.RefusedAsync(3, "compare", "sample:absent");

        Assert.Contains("absent.csv: there is no such file", error, StringComparison.Ordinal);
        Assert.Contains("this is a folder", folder, StringComparison.Ordinal);
        Assert.Contains("there are ames, concrete", sample, StringComparison.Ordinal);
        Assert.Empty(scratch.Entries);
    }

    [Theory]
    [InlineData("--losses squared,hubber", "No loss is called 'hubber'. Did you mean huber")]
    [InlineData("--losses huber:delta=-1", "delta must be in (0, ∞), but is -1.")]
    [InlineData("--losses huber:width=1", "huber has no parameter 'width'; it has: delta.")]
    [InlineData("--losses hinge", "hinge is no loss for a regression target")]
    [InlineData("--losses poisson --task regression", "poisson is no loss for a regression target")]
    [InlineData("--losses mse,squared", "squared is named twice")]
    [InlineData("--losses ,", "There is no loss to compare")]
    [InlineData("--metric nonsense", "There is no metric 'nonsense'")]
    [InlineData("--metric roc-auc", "roc-auc does not judge a regression target")]
    [InlineData("--quantiles 0.1,0.9 --metric mae", "mae does not judge several quantiles; these do: quantile-score")]
    [InlineData("--metric quantile-score", "quantile-score does not judge a regression target without --quantiles")]
    [InlineData("--quantiles 0.1,0.9 --losses quantile:level=0.9", "quantile:level=0.9 has a level of its own")]
    [InlineData("--quantiles 0.1,1", "--quantiles takes numbers above 0 and below 1, but is 1.")]
    [InlineData("--task nonsense", "There is no task 'nonsense'")]
    [InlineData("--folds 1", "--folds must be 2 or more, but is 1.")]
    [InlineData("--folds 1000", "60 rows cannot be split into 1000 folds")]
    [InlineData("--repeats 0", "--repeats must be 1 or more, but is 0.")]
    [InlineData("--threads 0", "--threads must be 1 or more, but is 0.")]
    [InlineData("--batch 0", "--batch must be 1 or more, but is 0.")]
    [InlineData("--patience 0", "--patience must be 1 or more, but is 0.")]
    [InlineData("--hidden 64,wide", "--hidden takes whole numbers of 1 to 65536, or 0 alone, but has 'wide'.")]
    [InlineData("--hidden 64,0", "but has '0'.")]
    [InlineData("--rates 0.01,-1", "--rates takes positive numbers, but has '-1'.")]
    [InlineData("--rates NaN", "but has 'NaN'.")]
    [InlineData("--fold 5", "--fold")]
    public async Task A_bad_request_is_refused_before_anything_is_trained(string options, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Lines);

        string error = await Invocation.RefusedAsync(
            2, ["compare", data, "--target", "y", "--out", scratch.At("runs/one"), .. options.Split(' ')]);

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", error, StringComparison.Ordinal);
        Assert.Equal(["data.csv"], scratch.Entries);
    }

    [Fact]
    public async Task Classes_have_no_quantiles()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        string error = await Invocation.RefusedAsync(
            2, "compare", data, "--target", "y", "--quantiles", "0.1,0.9", "--losses", "binary-cross-entropy", "--no-run");

        Assert.Contains("Quantiles are of numbers, but 'y' holds classes.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_must_be_named_and_the_columns_are_listed()
    {
        using Scratch scratch = new();

        string error = await Invocation.RefusedAsync(2, "compare", scratch.Write("data.csv", Lines));

        Assert.Contains("--target COLUMN is missing", error, StringComparison.Ordinal);
        Assert.Contains("x, z, y", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_taken_is_refused_and_left_as_it_was()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Lines);
        Directory.CreateDirectory(scratch.At("taken"));
        scratch.Write("taken/note.txt", "mine");

        string folder =
            await Invocation.RefusedAsync(2, "compare", data, "--target", "y", "--out", scratch.At("taken"));
        string file = await Invocation.RefusedAsync(2, "compare", data, "--target", "y", "--out", data);
        string below =
            await Invocation.RefusedAsync(2, "compare", data, "--target", "y", "--out", Path.Combine(data, "below"));

        Assert.Contains("exists already and is not empty", folder, StringComparison.Ordinal);
        Assert.Contains("exists already and is not empty", file, StringComparison.Ordinal);
        Assert.Contains("--out DIR", below, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(scratch.At("taken/note.txt")));
    }

    /// <summary>Sixty rows whose target is as told.</summary>
    private static string Column(Func<int, string> target) =>
        "x,y\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{i}.25,{target(i)}")) + "\n";
}
