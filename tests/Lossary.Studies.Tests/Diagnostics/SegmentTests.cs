using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class SegmentTests
{
    private const int Rows = 500;
    private static readonly double[] Twenty = [.. Enumerable.Range(0, 20).Select(i => i + 0.5)];
    private static readonly double[] Noise = Draw(Rows, 5);
    private static readonly double[] Other = Draw(Rows, 6);

    [Fact]
    public void Fifths_hold_equally_many_rows()
    {
        Segmentation fifths = Segmentation.ByTarget(TargetOf(Enumerable.Range(0, 100).Select(i => i * 0.5)));

        Assert.Equal([20, 20, 20, 20, 20], fifths.Segments.Select(segment => segment.Positions.Count));
        Assert.Equal(["lowest fifth", "second fifth", "middle fifth", "fourth fifth", "highest fifth"], fifths.Segments.Select(s => s.Name));
        Assert.Equal((null, 9.5), (fifths.Segments[0].Above, fifths.Segments[0].UpTo));
        Assert.Equal((39.5, null), (fifths.Segments[4].Above, fifths.Segments[4].UpTo));
    }

    [Fact]
    public void Many_equal_targets_make_fewer_parts()
    {
        // 60 of 100 are 0: the ends 0, 0, 0 and 20.5 leave 0, up to 20.5, above.
        Segmentation parts = Segmentation.ByTarget(TargetOf(Enumerable.Range(0, 100).Select(i => i < 60 ? 0 : i - 58.5)));

        Assert.Equal([60, 20, 20], parts.Segments.Select(segment => segment.Positions.Count));
        Assert.All(parts.Segments, segment => Assert.Equal("", segment.Name));
    }

    [Fact]
    public void A_column_is_divided_by_its_levels_and_what_is_missing()
    {
        string[] levels = [.. Enumerable.Range(0, 100).Select(i => i % 10 == 9 ? "" : "abc"[i % 3].ToString())];
        Table table = MadeResult.TableOf(("kind", levels), ("y", MadeResult.Cells(Enumerable.Range(0, 100).Select(i => i * 0.5))));
        Target target = Target.Read(table, "y");

        Segmentation parts = Segmentation.ByColumn(table, target, "kind");

        Assert.Equal(["a", "b", "c", "missing"], parts.Segments.Select(segment => segment.Name));
        Assert.Equal(100, parts.Segments.Sum(segment => segment.Positions.Count));
    }

    [Fact]
    public void Rare_levels_are_taken_together()
    {
        string[] levels = [.. Enumerable.Range(0, 120).Select(i => i < 108 ? $"often {i % 8}" : $"rare {i % 4}")];
        Table table = MadeResult.TableOf(("kind", levels), ("y", MadeResult.Cells(Enumerable.Range(0, 120).Select(i => i * 0.5))));

        Segmentation parts = Segmentation.ByColumn(table, Target.Read(table, "y"), "kind");

        Assert.Equal("other levels", parts.Segments[^1].Name);
        Assert.Equal(12, parts.Segments[^1].Positions.Count);
    }

    [Fact]
    public void An_unknown_column_is_refused()
    {
        Table table = MadeResult.TableOf(("kind", MadeResult.Cells(Twenty)), ("y", MadeResult.Cells(Twenty)));

        DataFileException error = Assert.Throws<DataFileException>(
            () => Segmentation.ByColumn(table, Target.Read(table, "y"), "knid"));
        Assert.Contains("nearest: 'kind'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_winner_that_fails_on_the_dearest_fifth_is_told()
    {
        // Squared is better below the highest fifth (400 rows) and 50 % worse there.
        ComparisonResult result = Result(i => i >= 400 ? 3 : 1, _ => 2);
        SegmentView view = result.Diagnostics.Segments[0];

        SegmentGap warning = Assert.Single(view.Warnings);
        Assert.Equal("highest fifth", warning.Segment.Name);
        Assert.Equal("absolute", warning.Loss.Loss.Name);
        Assert.Equal(0.5, warning.Relative, 0.05);
        Assert.InRange(1, warning.Low, warning.High);
        Assert.InRange(warning.PValue, 0, 0.05);
    }

    [Fact]
    public void Scores_of_a_segment_are_the_metric_on_its_rows()
    {
        // The mean absolute residual of rows in the lowest fifth, mean over ten folds.
        ComparisonResult result = Result(_ => 1, _ => 2);
        SegmentView view = result.Diagnostics.Segments[0];

        double expected = result.Folds.Average(fold => fold.Test.Where(i => i < 100).Average(i => Math.Abs(1 + (0.3 * Noise[(i + fold.Repeat) % Rows]))));
        Assert.Equal(expected, view.Scores[0][0], 1e-8);
    }

    [Fact]
    public void A_loss_that_is_best_everywhere_is_not_warned_of()
    {
        Assert.Empty(Result(_ => 1, _ => 2).Diagnostics.Segments[0].Warnings);
    }

    [Fact]
    public void Equal_losses_are_warned_of_in_at_most_five_of_a_hundred_comparisons()
    {
        int alarms = 0;
        for (int run = 0; run < 100; run++)
        {
            double[] one = Draw(2 * Rows, (ulong)(1000 + (2 * run))), two = Draw(2 * Rows, (ulong)(1001 + (2 * run)));
            ComparisonResult result = Made(
                ("squared", (i, repeat) => [i + one[(2 * i) + repeat]]), ("absolute", (i, repeat) => [i + two[(2 * i) + repeat]]));
            alarms += SegmentView.Of(result, Segmentation.ByTarget(result.Target)).Warnings.Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 5);
    }

    [Fact]
    public void Small_segments_are_shown_and_not_tested()
    {
        string[] levels = [.. Enumerable.Range(0, Rows).Select(i => i < 20 ? "few" : "many")];
        Table table = MadeResult.TableOf(("kind", levels), ("y", MadeResult.Cells(Enumerable.Range(0, Rows).Select(i => (double)i + 0.25))));
        ComparisonResult result = MadeResult.Of(
            table, "mae", ("squared", (i, _) => [i + (i < 20 ? 9 : 0.5) + (0.1 * Noise[i])]), ("absolute", (i, _) => [i + 2 + (0.1 * Other[i])]));

        SegmentView view = SegmentView.Of(result, Segmentation.ByColumn(table, result.Target, "kind"));

        Assert.All(view.Gaps, gap => Assert.Equal("many", gap.Segment.Name));
        Assert.True(view.Scores[0][0] > 8);
    }

    [Theory]
    [InlineData("mae", SegmentKind.Target, "mae")]
    [InlineData("r2", SegmentKind.Target, "rmse")]
    [InlineData("roc-auc", SegmentKind.Class, "zero-one")]
    [InlineData("accuracy", SegmentKind.Class, "zero-one")]
    [InlineData("roc-auc", SegmentKind.Column, "roc-auc")]
    [InlineData("log-loss", SegmentKind.Class, "log-loss")]
    public void Each_part_is_judged_by_a_metric_that_it_has(string metric, SegmentKind kind, string expected)
    {
        Assert.Equal(expected, SegmentView.MetricFor(MetricCatalogue.Find(metric), kind).Key);
    }

    [Fact]
    public void By_class_the_share_of_errors_is_told()
    {
        // Never says yes: all errors are among the positives.
        string[] classes = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0 ? "yes" : "no")];
        ComparisonResult result = MadeResult.Of(
            MadeResult.TableOf(("a", classes), ("y", classes)),
            "accuracy",
            ("binary-cross-entropy", (_, _) => [0.1]),
            ("hinge", (i, _) => [i % 4 == 0 ? 1 : i % 3 == 0 ? 1 : -1]));

        SegmentView view = result.Diagnostics.Segments[0];

        int positive = result.Target.ClassNames.ToList().IndexOf("yes");
        Assert.Equal(1, view.Scores[0][positive]);
        Assert.Equal(0, view.Scores[0][1 - positive]);
        Assert.Equal("yes", Assert.Single(view.Warnings).Segment.Name);
    }

    private static ComparisonResult Result(Func<int, double> squared, Func<int, double> absolute) => Made(
        ("squared", (i, repeat) => [i + (squared(i) * (1 + (0.3 * Noise[(i + repeat) % Rows])))]),
        ("absolute", (i, repeat) => [i + (absolute(i) * (1 + (0.3 * Other[(i + repeat) % Rows])))]));

    private static ComparisonResult Made(params (string Loss, Func<int, int, double[]> Predict)[] losses)
    {
        string[] targets = MadeResult.Cells(Enumerable.Range(0, Rows).Select(i => i + 1e-9));
        return MadeResult.Of(MadeResult.TableOf(("a", targets), ("y", targets)), "mae", losses);
    }

    private static Target TargetOf(IEnumerable<double> values)
    {
        string[] cells = MadeResult.Cells(values);
        return Target.Read(MadeResult.TableOf(("a", cells), ("y", cells)), "y");
    }

    private static double[] Draw(int count, ulong seed)
    {
        RandomStream random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }
}
