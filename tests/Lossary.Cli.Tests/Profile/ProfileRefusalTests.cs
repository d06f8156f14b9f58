using System.Globalization;

namespace Lossary.Cli.Tests;

/// <summary>Bad input to <c>profile</c>: one clear line with file and place, or a finding.</summary>
public sealed class ProfileRefusalTests
{
    public static TheoryData<string, string> BadData => new()
    {
        { Target(_ => "5"), "bad.csv, column 'y': every target is the same" },
        { Target(_ => "yes"), "bad.csv, column 'y': every target is the same" },
        { Target(_ => ""), "bad.csv, column 'y': 0 rows have a target" },
        { Target(i => i == 7 ? "many" : i + ".5"), "bad.csv, row 9, column 'y': 'many' is not a number" },
        { Target(i => i == 7 ? "-inf" : i + ".5"), "bad.csv, row 9, column 'y': '-inf' is not a number" },
        { Target(i => $"2024-01-{1 + (i % 28):D2}T00:{i}"), "bad.csv, column 'y': has 60 classes in 60 rows" },
        { Target(i => $"2024-{1 + (i / 28):D2}-{1 + (i % 28):D2}"), "It looks like dates: to predict when, derive a number" },
        { "x,y\n1,2.5\n2,3\n3,4\n", "bad.csv, column 'y': 3 rows have a target; at least 10 are needed" },
        { "x,x,y\n1,2,3\n", "bad.csv, row 1: columns 1 and 2 are both named 'x'" },
        { "x,price\n1,2\n", "bad.csv: no column 'y'; there are x, price." },
        { "x,yy\n1,2\n", "bad.csv: no column 'y'; nearest: 'yy'." },
        { "x,y\n1,2\n3\n", "bad.csv, row 3: has 1 field" },
        { "", "bad.csv: the file is empty" },
        { "x,y\n", "bad.csv: has a header but no data rows" },
    };

    public static TheoryData<string, string> OddData => new()
    {
        { Feature(i => i == 7 ? "many" : i + ".5"), "row 9, column 'a': 'many' is not a finite number; counts as missing" },
        { Feature(i => i == 7 ? "inf" : i + ".5"), "row 9, column 'a': 'inf' is not a finite number; counts as missing" },
        { Feature(_ => ""), "column 'a': every value is missing" },
        { Feature(i => $"2024-{1 + (i / 28):D2}-{1 + (i % 28):D2}"), "column 'a': looks like dates" },
        { Feature(i => $"{(i * 7 % 60) + 0.5}"), "column 'a': alone determines 100.0 % of 'y'" },
    };

    [Theory]
    [MemberData(nameof(BadData))]
    public async Task Bad_data_is_refused_with_file_and_place(string csv, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("bad.csv", csv);

        string error = await Invocation.RefusedAsync(3, "profile", data, "--target", "y", "--svg", scratch.At("plots"));

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(["bad.csv"], scratch.Entries);
    }

    [Theory]
    [MemberData(nameof(OddData))]
    public async Task Odd_columns_become_findings(string csv, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("odd.csv", csv);

        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y", "--json");

        Assert.Equal(0, outcome.Code);
        string[] findings =
        [
            .. outcome.Json.GetProperty("findings").EnumerateArray().Select(finding => string.Create(
                CultureInfo.InvariantCulture,
                $"{(finding.GetProperty("row").ToString() is { Length: > 0 } row ? $"row {row}, " : "")}"
                + $"column '{finding.GetProperty("column")}': {finding.GetProperty("message")}")),
        ];
        Assert.Contains(findings, finding => finding.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Latin_letters_of_one_byte_are_refused_with_their_row()
    {
        using Scratch scratch = new();
        string data = scratch.At("latin.csv");
        await File.WriteAllBytesAsync(data, [.. "x,y\na,1\nM"u8, 0xFC, .. "ller,2\n"u8]);

        string error = await Invocation.RefusedAsync(3, "profile", data, "--target", "y");

        Assert.Contains("latin.csv, row 3: byte 0xFC is not valid UTF-8", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        string error = await Invocation.RefusedAsync(3, "profile", "nowhere/at-all.csv", "--target", "y");

        Assert.Contains("at-all.csv: there is no such file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_thousand_columns_are_profiled()
    {
        using Scratch scratch = new();
        string header = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"c{i}")) + ",y\n";
        string rows = string.Concat(Enumerable.Range(0, 50).Select(row =>
            string.Join(',', Enumerable.Range(0, 20_000).Select(i => ((i * 31) + (row * row * ((i % 13) + 1))) % 1009))
            + $",{row * 17 % 50}.5\n"));

        Outcome outcome = await Invocation.RunAsync("profile", scratch.Write("wide.csv", header + rows), "--target", "y");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("20,000", outcome.Out, StringComparison.Ordinal);
    }

    private static string Target(Func<int, string> cell) =>
        "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i * 13 % 60},{cell(i)}\n"));

    private static string Feature(Func<int, string> cell) =>
        "a,x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{cell(i)},{i * 13 % 60},{i * 7 % 60}.25\n"));
}
