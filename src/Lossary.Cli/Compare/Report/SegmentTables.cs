using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using Table = Lossary.Reports.Table;

namespace Lossary.Cli;

/// <summary>Where the loss to take wins, and where it does not.</summary>
internal static class SegmentTables
{
    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        Block[] blocks =
        [
            .. view.Result.Diagnostics.Segments
                .Where(segments => segments.Losses.Count > 0 && segments.Segmentation.Segments.Count > 1)
                .SelectMany(segments => Blocks(view, segments)),
        ];
        if (blocks.Length > 0 && view.Result.Verdict.Take is not null)
        {
            yield return new("Where it wins", blocks);
        }
    }

    /// <summary>One sentence a part of the rows on which another loss is really better than the one to take.</summary>
    public static IEnumerable<string> Warnings(ComparisonResult result) =>
        result.Diagnostics.Segments.SelectMany(
            segments => segments.Warnings.Select(gap => Warning(result, segments, gap)));

    private static string Warning(ComparisonResult result, SegmentView segments, SegmentGap gap)
    {
        int segment = segments.Segmentation.Segments.IndexOf(gap.Segment);
        string Score(LossOutcome loss)
        {
            double score = segments.Scores[segments.Losses.IndexOf(loss)][segment];
            return segments.Metric.Unit == MetricUnit.Share ? Quantity.Percent(score) : Quantity.Format(score);
        }

        LossOutcome take = result.Verdict.Take!;
        return $"On {Where(segments.Segmentation, gap.Segment)}, {LossLabel.Inside(gap.Loss.Objective)} is better than "
            + $"{LossLabel.Inside(take.Objective)}: {segments.Metric.Title} {Score(gap.Loss)} against {Score(take)} "
            + $"({Quantity.PValue(gap.PValue)}, {Quantity.Count(gap.Segment.Positions.Count)} rows).";
    }

    private static int IndexOf<T>(this IReadOnlyList<T> list, T item) => Array.IndexOf([.. list], item);

    private static IEnumerable<Block> Blocks(ComparisonView view, SegmentView segments)
    {
        string[] warnings = [.. segments.Warnings.Select(gap => Warning(view.Result, segments, gap))];
        foreach (string warning in warnings)
        {
            yield return new Notice(warning);
        }

        yield return Scores(view, segments, warnings.Length == 0);
    }

    private static Table Scores(ComparisonView view, SegmentView segments, bool isCalm)
    {
        Segmentation by = segments.Segmentation;
        int[] shown = [.. Enumerable.Range(0, segments.Losses.Count).Where(
            i => view.Shown.Contains(segments.Losses[i]))];
        IEnumerable<TableRow> rows = by.Segments.Select((segment, row) =>
        {
            double[] scores = [.. shown.Select(loss => segments.Scores[loss][row])];
            IReadOnlyList<string> texts = segments.Metric.Unit == MetricUnit.Share
                ? [.. scores.Select(Quantity.Percent)]
                : Quantity.FormatColumn(scores);
            double[] heat = Heat(scores, segments.Metric.HigherIsBetter);
            return new TableRow(
            [
                NameCell(by, segment),
                Quantity.Count(segment.Positions.Count),
                .. scores.Select((score, i) => !double.IsFinite(score)
                    ? new TableCell("–")
                    : new TableCell(texts[i]) { Heat = heat[i], IsBest = heat[i] == 1 }),
            ]);
        });
        string kind = by.Kind switch
        {
            SegmentKind.Target => $"fifths of {by.Column}",
            SegmentKind.Class => $"classes of {by.Column}",
            _ => $"values of {by.Column}",
        };
        return new(
            [
                TableColumn.Words(by.Column),
                TableColumn.Numbers("Rows"),
                .. shown.Select(loss => TableColumn.Numbers(ComparisonView.NameOf(segments.Losses[loss]))),
            ],
            [.. rows],
            $"{segments.Metric.Title.Capitalised()} by {kind}, mean over the folds "
            + $"({(segments.Metric.HigherIsBetter ? "more" : "less")} is better). The stronger the colour, the better "
            + $"the rank "
            + "within the row."
            + (isCalm ? $" Nowhere is another loss better than {Taken(view)} by more than chance." : ""));
    }

    private static string Taken(ComparisonView view) => LossLabel.Inside(view.Result.Verdict.Take!.Objective);

    private static string Where(Segmentation by, Segment segment) => by.Kind switch
    {
        SegmentKind.Class => $"rows of class ‘{segment.Name}’",
        SegmentKind.Target => $"the {Name(segment)} of {by.Column}",
        _ => $"rows with {by.Column} {Name(segment)}",
    };

    private static TableCell NameCell(Segmentation by, Segment segment) => segment.Name.Length == 0
        ? Range(segment).Capitalised()
        : new TableCell(
            by.Kind == SegmentKind.Target || Range(segment).Length > 0 ? segment.Name.Capitalised() : segment.Name)
        {
            Note = Range(segment) is { Length: > 0 } range ? range : null,
        };

    private static string Name(Segment segment)
    {
        string range = Range(segment);
        return segment.Name.Length == 0 ? range : range.Length == 0 ? segment.Name : $"{segment.Name} ({range})";
    }

    private static string Range(Segment segment) => (segment.Above, segment.UpTo) switch
    {
        (double above, double upTo) => Quantity.Interval(above, upTo),
        (double above, null) => "above " + Quantity.Format(above),
        (null, double upTo) => "up to " + Quantity.Format(upTo),
        _ => "",
    };

    private static double[] Heat(double[] scores, bool higherIsBetter)
    {
        int count = scores.Count(double.IsFinite);
        return
        [
            .. scores.Select(score => count < 2
                ? 1
                : 1 - ((double)scores.Count(other => higherIsBetter ? other > score : other < score) / (count - 1))),
        ];
    }
}
