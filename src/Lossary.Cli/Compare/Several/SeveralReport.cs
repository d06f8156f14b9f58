using System.Globalization;
using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Table = Lossary.Reports.Table;
using Verdict = Lossary.Reports.Verdict;

namespace Lossary.Cli;

/// <summary>Comparisons on several data sets as a document: the answer, the ranks, each data set by itself.</summary>
internal static class SeveralReport
{
    public static ReportDocument Of(SeveralComparisons several, SeveralRun run)
    {
        LossColours colours = new(several.Losses.Select(loss => loss.Name));
        return new($"Which loss over {several.Results.Count} data sets?")
        {
            Subtitle = string.Join(", ", several.Results.Select(result => result.Table.Name)) + "; "
                + TaskNames.NameOf(several.Results[0].Target.Task),
            Key = [.. several.Losses.Select(loss => new KeyEntry(LossLabel.Of(loss.Objective), colours[loss.Name]))],
            Lead = new Verdict(SeveralSentence.Of(several))
            {
                Label = several.Kind switch
                {
                    VerdictKind.Winner => "Winner",
                    VerdictKind.SharedLead => "Shared lead",
                    _ => "Tie",
                },
                Detail = SeveralSentence.Caution(several),
                Tone = several.Kind == VerdictKind.NoDifference ? VerdictTone.Tie : VerdictTone.Clear,
            },
            Sections =
            [
                new("Mean ranks", [Diagram(several, colours), Ranks(several, colours)]),
                new("Each data set by itself", [Sets(several)]),
                new("Method",
                [
                    new Paragraph(SeveralSentence.Method(several)),
                    new Paragraph(Statistics(several.Friedman)),
                    new Paragraph("Within a data set: " + VerdictSentence.Method(several.Results[0])),
                ]),
                new("Run it again", [new CodeBlock(run.Command)]),
            ],
            Footer = $"Made by Lossary {run.Version.Split('+')[0]} in "
                + $"{Quantity.Duration(TimeSpan.FromSeconds(several.Results.Sum(result => result.Seconds)))}, "
                + $"seed {several.Results[0].Options.Seed}.",
        };
    }

    /// <summary>Mean ranks with the groups that cannot be told apart.</summary>
    public static CriticalDifferencePlot Plot(SeveralComparisons several, LossColours colours) => new(
        $"Mean ranks by {several.Metric.Title} over {several.Results.Count} data sets",
        [
            .. several.Losses.Select(
                loss => new RankMark(LossLabel.Of(loss.Objective), loss.MeanRank, colours[loss.Name])
            {
                IsHighlighted = loss == several.Take,
            }),
        ],
        several.Groups,
        several.CriticalDifference);

    private static Figure Diagram(SeveralComparisons several, LossColours colours) => new(
        Plot(several, colours),
        "Losses that a bar joins cannot be told apart: their mean ranks are nearer than the critical difference "
            + "above.");

    private static Table Ranks(SeveralComparisons several, LossColours colours)
    {
        TableColumn[] columns =
        [
            TableColumn.Words("Loss"),
            TableColumn.Numbers("Mean rank"),
            .. several.Results.Select(result => TableColumn.Numbers(result.Table.Name)),
        ];
        IReadOnlyList<string>[] scores =
        [
            .. several.Results.Select((_, set) => Quantity.FormatColumn(
                [.. several.Losses.Select(loss => loss.Scores[set]?.Mean ?? double.NaN)])),
        ];
        return new(
            columns,
            [
                .. several.Losses.Select((loss, row) => new TableRow(
                [
                    LossLabel.Of(loss.Objective),
                    SeveralSentence.Rank(loss),
                    .. loss.Scores.Select((score, set) => score is null
                        ? new TableCell("failed")
                        : new TableCell(scores[set][row])
                        {
                            Note = string.Create(CultureInfo.InvariantCulture, $"rank {loss.Ranks[set]:0.#}"),
                            IsBest = loss.Ranks[set] == several.Losses.Min(other => other.Ranks[set]),
                        }),
                ])
                {
                    IsHighlighted = loss == several.Take,
                    Style = colours[loss.Name],
                }),
            ],
            $"{several.Metric.Title.Capitalised()} of each loss on each data set, mean over the test folds.");
    }

    private static Table Sets(SeveralComparisons several) => new(
        [TableColumn.Words("Data"), TableColumn.Words("Verdict")],
        [
            .. several.Results.Select(result => new TableRow(
            [
                new TableCell(result.Table.Name)
                {
                    Note = $"{result.Target.Name}, {Quantity.Count(result.Target.Count)} rows",
                },
                VerdictSentence.Of(result),
            ])),
        ]);

    private static string Statistics(FriedmanTest test) =>
        $"Friedman's χ² = {Quantity.Significant(test.ChiSquared)} ({Quantity.PValue(test.ChiSquaredPValue)}), Iman "
        + $"and Davenport's "
        + $"F = {Quantity.Significant(test.F)} ({Quantity.PValue(test.FPValue)}), by permutation "
        + $"{Quantity.PValue(test.PValue)}. "
        + "The first two hold for many data sets; the last one, which decides, for few as well.";
}
