using System.Text.RegularExpressions;

namespace Lossary.Cli.Tests;

public sealed class ReportPageTests
{
    private static readonly string[] Always = ["Leaderboard", "How big the gaps are", "How it was judged", "Run it again"];

    public static TheoryData<string, string, string> Tasks => new()
    {
        { Samples.Regression, "squared,absolute", "Predictions and residuals" },
        { Samples.Counts, "poisson,squared", "Counts, and what Poisson would give" },
        { Samples.Binary, "binary-cross-entropy,hinge", "Finding the positives" },
        { Samples.MultiClass, "cross-entropy,multi-margin", "Which classes are mistaken" },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Page_and_text_hold_what_the_task_has_to_show(string data, string losses, string special)
    {
        (string page, string text) = await ReportOf(data, losses);

        Assert.All(Always, title => Assert.Contains($"<h2>{title}</h2>", page, StringComparison.Ordinal));
        Assert.All(Always, title => Assert.Contains($"## {title}\n", text, StringComparison.Ordinal));
        Assert.Contains(special, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not judged</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_behind_the_scores_is_drawn_where_the_task_has_it()
    {
        (string binary, _) = await ReportOf(Samples.Binary, "binary-cross-entropy,binary-focal,hinge");
        Assert.All(
            ["Calibration", "Would another score decide?", "Where it wins"],
            title => Assert.Contains($"<h2>{title}</h2>", binary, StringComparison.Ordinal));
        Assert.Contains("Expected calibration error", binary, StringComparison.Ordinal);

        (string numbers, _) = await ReportOf(Samples.Regression, "squared,absolute");
        Assert.Contains("Lowest fifth<span class=\"cell-note\">up to ", numbers, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Calibration</h2>", numbers, StringComparison.Ordinal);

        (string scores, _) = await ReportOf(Samples.Binary, "hinge,squared-hinge");
        Assert.DoesNotContain("<h2>Calibration</h2>", scores, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_and_profile_follow_what_the_answer_rests_on()
    {
        string[] titles = ["Advice", "The data"];
        (string advised, string text) = await ReportOf(Samples.Regression, losses: null);
        Assert.All(titles, title => Assert.Contains($"<h2>{title}</h2>", advised, StringComparison.Ordinal));
        Assert.All(titles, title => Assert.Contains($"## {title}\n", text, StringComparison.Ordinal));
        Assert.InRange(
            advised.IndexOf("<h2>Leaderboard", StringComparison.Ordinal),
            0,
            advised.IndexOf("<h2>Advice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_protocol_tells_only_what_concerns_the_task()
    {
        const string OfNumbers = "see the target standardised", OfTwoClasses = "scores each of two classes";
        (_, string numbers) = await ReportOf(Samples.Regression, "squared,absolute", "0.01", "--threads", "1");
        Assert.Contains(OfNumbers, numbers, StringComparison.Ordinal);
        Assert.DoesNotContain(OfTwoClasses, numbers, StringComparison.Ordinal);
        Assert.Matches(", 1 thread\n", numbers);

        (_, string classes) = await ReportOf(Samples.Binary, "binary-cross-entropy,hinge");
        Assert.Contains(OfTwoClasses, classes, StringComparison.Ordinal);
        Assert.DoesNotContain(OfNumbers, classes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tuned_loss_bears_one_name_everywhere_and_tells_what_was_chosen()
    {
        (_, string text) = await ReportOf(
            Samples.Regression, "quantile,huber:delta=tuned", "0.01", "--quantiles", "0.1,0.9");

        Assert.Matches("Huber \\(delta tuned\\)\\**( \\(|\\* \\()most often delta=", text);
        string quantiles = Regex.Match(text, "## Quantiles.*?\n## ", RegexOptions.Singleline).Value;
        Assert.Contains("Huber (delta tuned)", quantiles, StringComparison.Ordinal);
        Assert.DoesNotContain("delta=tuned", quantiles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stress_is_drawn_where_it_was_tried()
    {
        (string page, string text) = await ReportOf(Samples.Regression, "squared,absolute", "0.01", "--stress");
        Assert.Contains("<h2>Under stress</h2>", page, StringComparison.Ordinal);
        Assert.Contains("rows kept (%)", text, StringComparison.Ordinal);

        (string calm, _) = await ReportOf(Samples.Regression, "squared,absolute");
        Assert.DoesNotContain("Under stress", calm, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loss_that_fails_is_told_with_its_cause_and_not_ranked()
    {
        (string page, string text) = await ReportOf(Samples.Regression, "linex:a=500,absolute");

        Assert.Contains("<h2>Not judged</h2>", page, StringComparison.Ordinal);
        Assert.Matches("> \\*\\*Note:\\*\\* .*diverged in 2 of 2 folds", text);
        string matrix = Regex.Match(page, "Trained with one.*?</table>", RegexOptions.Singleline).Value;
        Assert.Contains("Absolute error", matrix, StringComparison.Ordinal);
        Assert.DoesNotContain("LINEX", matrix, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_all_fail_there_is_no_leaderboard()
    {
        (string page, _) = await ReportOf(Samples.Regression, "squared", "1e30");

        Assert.Contains("No loss can be judged", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaderboard", page, StringComparison.Ordinal);
        Assert.Contains("Not judged</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_a_hostile_table_stay_text()
    {
        string hostile = Samples.Binary.Replace("x,z,y", "x,\"<script>alert(1)</script>\",y", StringComparison.Ordinal)
            .Replace("yes", "<b>yes", StringComparison.Ordinal);
        (string page, string text) = await ReportOf(hostile, "binary-cross-entropy,hinge");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>yes", page + text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;yes", page, StringComparison.Ordinal);
    }

    private static async Task<(string Page, string Text)> ReportOf(
        string data, string? losses, string rate = "0.01", params string[] options)
    {
        using Scratch scratch = new();
        string[] words =
        [
            "compare", scratch.Write("data.csv", data), "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "5",
            "--hidden", "4", "--rates", rate, "--quiet", "--out", scratch.At("run"),
            .. losses is null ? (string[])[] : ["--losses", losses], .. options,
        ];
        Outcome outcome = await Invocation.RunAsync(words);
        Assert.True(outcome.Code is 0 or 4, outcome.Error);
        return (
            await File.ReadAllTextAsync(scratch.At("run/report.html")),
            await File.ReadAllTextAsync(scratch.At("run/report.md")));
    }
}
