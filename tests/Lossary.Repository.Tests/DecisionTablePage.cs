using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Repository.Tests;

/// <summary>docs/decision-table.md as the rules themselves tell it.</summary>
internal static class DecisionTablePage
{
    private const string Head =
        """
        # The decision table of `lossary recommend`

        Which loss for which data. `lossary recommend` profiles a table, holds these rules against the facts and against what the
        user states, from the top: the first rule whose conditions all hold recommends, later ones are alternatives (unless the
        user's need leaves no room for them). What users state comes before what data shows, special rules come before general
        ones, and the last rule of each task always holds. `--explain` prints every rule with the values that it saw.

        Not here, as a table of one target does not pose them: embeddings, segmentation, detection, sequences, several
        labels a row, positives among unlabelled rows, forecasts of many series, distillation, preferences.

        This page is written by a test from the rules in src/Lossary.Studies/Advice; edit those.

        """;

    public static string Print()
    {
        StringBuilder page = new(Head);
        Section(page, "Numbers and counts: what users state", row => row.Tasks is [.., TaskKind.Regression or TaskKind.Counts] && IsStated(row));
        Section(page, "Real targets", row => row.Tasks is [TaskKind.Regression] && !IsStated(row));
        Section(page, "Counts", row => row.Tasks is [TaskKind.Counts] && !IsStated(row));
        Section(page, "Two classes", row => row.Tasks is [TaskKind.Binary]);
        Section(page, "Several classes", row => row.Tasks is [TaskKind.MultiClass]);
        Warnings(page);
        Thresholds(page);
        return page.ToString();
    }

    private static bool IsStated(DecisionRow row) =>
        row.Conditions.Count > 0 && row.Conditions[0].StartsWith("--", StringComparison.Ordinal);

    private static void Section(StringBuilder page, string title, Func<DecisionRow, bool> isPart)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        page.Append("| rule | if | train with | compare with | avoid | because | source |\n");
        page.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (DecisionRow row in DecisionTable.Rows.Where(row => row.Recommends.Length > 0 && isPart(row)))
        {
            string missing = row.Missing is not null ? $" (right would be {row.Missing}; not in the catalogue yet)"
                : row.Untrained.Count == 0 ? ""
                : $" (made for it, but not among what compare trains for one prediction a row: {string.Join(", ", row.Untrained.Select(key => $"`{key}`"))})";
            string avoids = string.Join("; ", row.Avoids.Select(avoid => $"{avoid.Name}: {avoid.Why}"));
            Row(
                page,
                $"`{row.Id}`",
                If(row),
                $"`{row.Recommends}`{missing}",
                string.Join(", ", row.Alternatives.Select(alternative => $"`{alternative}`")),
                avoids,
                row.Because,
                row.Source);
        }
    }

    private static void Warnings(StringBuilder page)
    {
        page.Append("\n## Warnings, whatever is recommended\n\n| rule | tasks | if | warning | source |\n| --- | --- | --- | --- | --- |\n");
        foreach (DecisionRow row in DecisionTable.Rows.Where(row => row.Recommends.Length == 0))
        {
            Row(page, $"`{row.Id}`", string.Join(", ", row.Tasks.Select(TaskNames.NameOf)), If(row), row.Because, row.Source);
        }
    }

    private static void Thresholds(StringBuilder page)
    {
        page.Append("\n## Thresholds\n\nEach can be changed: `--threshold outlier-share=0.02`.\n\n");
        page.Append("| threshold | default | meaning | source |\n| --- | --- | --- | --- |\n");
        foreach (ThresholdCard card in ThresholdCatalogue.All)
        {
            Row(page, $"`{card.Name}`", card.Default.ToString(CultureInfo.InvariantCulture), card.Meaning, card.Source);
        }
    }

    private static string If(DecisionRow row) =>
        row.Conditions.Count == 0 ? "none of the above" : string.Join("; and ", row.Conditions);

    private static void Row(StringBuilder page, params string[] cells) => page.Append(
        CultureInfo.InvariantCulture,
        $"| {string.Join(" | ", cells.Select(cell => cell.Length == 0 ? "—" : Escaped(cell)))} |\n");

    private static string Escaped(string cell) => cell
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
