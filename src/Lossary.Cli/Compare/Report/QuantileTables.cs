using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Whether as many targets lie below predicted quantiles as should.</summary>
internal static class QuantileTables
{
    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        IReadOnlyList<QuantileCoverage> all = view.Result.Diagnostics.Coverage;
        if (all.Count == 0)
        {
            yield break;
        }

        yield return new(
            "Quantiles",
            [
                new Table(
                    [TableColumn.Words("Loss"),
                    .. all[0].Levels.Select(level => TableColumn.Numbers(Quantity.Percent(level)))],
                    [
                        .. all.Select(one => new TableRow(
                        [
                            ComparisonView.NameOf(one.Loss),
                            .. one.Shares.Select(share => (TableCell)Quantity.Percent(share)),
                        ])
                        {
                            IsHighlighted = view.IsTaken(one.Loss),
                            Style = view.StyleOf(one.Loss),
                        }),
                    ],
                    "Share of targets at or below each predicted quantile, on rows that the networks did not see; "
                    + "right is the heading itself. The quantile loss learns all levels by one network with an output "
                    + "for each; the other losses predict one number, to which the quantiles of their errors on the "
                    + "validation rows are added."),
            ]);
    }
}
