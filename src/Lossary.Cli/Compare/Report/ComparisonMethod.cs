using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The report's section on how a comparison was made: one sentence a rule of the protocol.</summary>
internal static class ComparisonMethod
{
    public static Section Section(ComparisonResult result)
    {
        ComparisonOptions options = result.Options;
        string repeats = options.Repeats == 1 ? "once" : $"{options.Repeats} times";
        return new("How it was judged",
        [
            new SettingList(
            [
                new("Paired", "The same folds, initial weights and batch order for every loss, so that differences are "
                    + "paired." + (result.Target.Task == TaskKind.Binary
                        ? " A loss that scores each of two classes has an output layer of its own."
                        : "")),
                new(
                    "Folds", $"{options.Folds} folds, {repeats}. What is learnt for the encoding of columns is learnt "
                    + $"from "
                    + "training rows."),
                new("Tuned", Tuned(result)),
                new(
                    "Scored", $"By {result.Metric.Title} on the test folds, "
                    + (result.Target.IsClass
                        ? "never by the training loss."
                        : "on the target's own scale, never by the training loss. Losses of the residual see the "
                        + "target standardised: their lengths are in units of its spread "
                        + "(quartile distance / 1.349).")),
                new(
                    "Stopped", $"After {options.Patience} epochs without a better validation score, or "
                    + $"{options.Epochs} "
                    + "epochs; the best epoch's weights are kept." + (result.Target.IsClass
                        ? " A loss that gives no probabilities is stopped by the task's default metric where the "
                        + "deciding one needs them."
                        : "")),
                new("Tested", "Gaps by " + VerdictEvidence.Method(result).TrimEnd('.')
                    + (options.Test == VerdictTest.Bayes ? " (Benavoli et al., 2017)." : " (Nadeau and Bengio, 2003; "
                    + "Holm, 1979;"
                        + $" above p = {Quantity.Significant(options.Significance, 1)} a loss counts as tied with the "
                        + $"best).")),
                new("Network", $"A perceptron with {result.Width} inputs, hidden layers of "
                    + $"{string.Join(" and ", options.Hidden)} units with ReLU, "
                    + $"{Quantity.Count(result.ParameterCount)} "
                    + "parameters, initial weights uniform within ±1/√inputs; Adam in batches of "
                    + $"{result.BatchSize}, gradients clipped at norm "
                    + $"{Quantity.Significant(options.GradientClip, 1)}."),
            ]),
        ]);
    }

    private static string Tuned(ComparisonResult result)
    {
        ComparisonOptions options = result.Options;
        return options.LearningRates.Count == 1
            ? $"Nothing: every loss has the learning rate {Quantity.Significant(options.LearningRates[0], 1)}."
            : $"Each loss has its own learning rate: of {options.LearningRates.Count}, the one with the best "
                + $"{result.Metric.Title} on {Quantity.Percent(options.ValidationShare)} of each training part after "
                + $"{options.TuningEpochs} epochs.";
    }
}
