using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What went wrong, what the data showed, and how to get the same numbers again.</summary>
internal static class RunSections
{
    public static IEnumerable<Section> Failures(ComparisonView view)
    {
        LossOutcome[] failed = [.. view.Result.Outcomes.Where(outcome => outcome.Failure is not null)];
        if (failed.Length > 0)
        {
            yield return new("Not judged",
            [
                new Paragraph("A training that diverges is a result. These losses are listed, and not ranked."),
                .. failed.Select(
                    outcome => new Notice($"{ComparisonView.NameOf(outcome)} {Sentence(outcome.Failure!)}")),
            ]);
        }
    }

    public static IEnumerable<Section> Findings(ComparisonResult result)
    {
        HashSet<string> told = [.. (result.Profile?.Findings ?? []).Select(finding => finding.ToString())];
        string[] findings = [.. result.Findings.Select(finding => finding.ToString()).Where(told.Add)];
        if (findings.Length > 0)
        {
            yield return new("What training showed", [new BulletList(findings)]);
        }
    }

    public static Section Again(RunDescription run) => new("Run it again",
    [
        new Paragraph(
            "The same command on the same data gives the same numbers, to the bit, on any number of threads."),
        new CodeBlock(run.Command),
        new SettingList(
        [
            new("Data", run.Data.Name),
            new("SHA-256", run.Data.Sha256),
            new("Target", run.Data.Target),
            new("Task", $"{run.Task}: {run.TaskReason}"),
            new("Losses", string.Join(", ", run.Losses)),
            new("Network", "perceptron, hidden layers " + string.Join("-", run.Options.Hidden)),
            new("Folds", $"{run.Options.Folds} × {run.Options.Repeats}"),
            new("Epochs", $"at most {run.Options.Epochs}, patience {run.Options.Patience}"),
            new(
                "Learning rates",
                string.Join(", ", run.Options.LearningRates.Select(rate => Quantity.Significant(rate, 1)))),
            new("Batch", $"{run.Options.BatchSize} rows"),
            new("Seed", $"{run.Options.Seed}"),
            new("Machine", $"{run.Machine.System}, {run.Machine.Runtime}, {run.Options.Threads} "
                + (run.Options.Threads == 1 ? "thread" : "threads")),
        ]),
    ]);

    private static string Sentence(string text) => text.TrimEnd('.') + ".";
}
