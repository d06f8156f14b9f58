using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>An advice as parts of a report.</summary>
internal static class AdviceSections
{
    /// <summary>
    /// What was recommended and why, what else, what to mind, and what one chooses with each candidate.
    /// </summary>
    public static IReadOnlyList<Section> Of(Advice advice) =>
    [
        new("Advice",
        [
            new Paragraph(
                "Before anything was trained, the decision table was held against facts of the data and stated "
                + "needs; the first rule that holds recommends, later ones are alternatives."),
            .. Untrained(advice),
            .. AdviceText.Asked(advice).Select(Recommendation),
            .. Alternatives(advice),
            .. advice.Warnings.Select(warning => new Notice(warning.Message.Capitalised())),
            Properties(advice),
        ]),
    ];

    private static IEnumerable<Block> Untrained(Advice advice)
    {
        if (advice.Untrained.Count > 0)
        {
            yield return new Table(
                [
                    TableColumn.Words("Made for it"), TableColumn.Words("Use"), TableColumn.Words("Takes"),
                    TableColumn.Words("Here"),
                ],
                [.. advice.Untrained.Select(one => new TableRow([one.Key, one.Use, one.Takes, AdviceText.Lack(one)]))],
                "Losses that are made for this data but that this comparison does not train.");
        }
    }

    private static Section Recommendation(Suggestion suggestion)
    {
        List<Setting> settings = [new("Why", AdviceText.Why(suggestion)), new("What it means", suggestion.Means)];
        settings.AddRange(AdviceText.Estimates(suggestion).Select(estimate => new Setting("Parameter", estimate)));
        settings.AddRange(suggestion.Avoids.Select(avoid => new Setting("Avoid", $"{avoid.Name}: {avoid.Why}")));
        if (AdviceText.Doubt(suggestion) is string doubt)
        {
            settings.Add(new("Doubt", doubt));
        }

        settings.Add(new("Rule", suggestion.RuleId));
        settings.Add(new("Source", suggestion.Source));
        return new(
            $"Train with {suggestion.ObjectiveInComparison.Name}",
            [new Paragraph(suggestion.Because), new SettingList(settings)]);
    }

    private static IEnumerable<Block> Alternatives(Advice advice)
    {
        IReadOnlyList<Suggestion> others = AdviceText.Others(advice);
        if (others.Count > 0)
        {
            yield return new Table(
                [TableColumn.Words("Alternative"), TableColumn.Words("Why"), TableColumn.Words("Predicts")],
                [
                    .. others.Select(other => new TableRow(
                    [
                        other.ObjectiveInComparison.Name,
                        other.RuleId == advice.Recommended.RuleId ? other.Because : AdviceText.Why(other),
                        Meaning.Predicted(other.Objective, advice.Profile.Target.Task),
                    ])),
                ],
                "What else to try, in this order.");
        }
    }

    private static Table Properties(Advice advice) => new(
        [.. PropertyTable.Headers(advice).SkipLast(1).Select(TableColumn.Words)],
        [
            .. PropertyTable.Rows(advice, null)
                .Select(row => new TableRow([.. row.SkipLast(1).Select(cell => (TableCell)cell)])),
        ],
        "Properties that tests hold against each formula; minima are those of the loss in its raw prediction.");
}
