using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The report's section on how a comparison was made: one sentence a rule of the protocol.</summary>
internal static class ComparisonMethod
{
    public static Section Section(ComparisonResult result)
    {
        ComparisonOptions options = result.Options;
        return new("Method",
        [
            new BulletList(
            [
                $"Same folds, same initial weights, same batch order for every loss: differences are paired. "
                    + "A loss that scores each of two classes has an output layer of its own. "
                    + $"{options.Folds} folds, {(options.Repeats == 1 ? "once" : $"{options.Repeats} times")}; "
                    + "what is learnt for the encoding of columns is learnt from training rows.",
                $"Each loss has its own learning rate: of {options.LearningRates.Count} rates, the one with the best "
                    + $"{result.Metric.Title} on {Quantity.Percent(options.ValidationShare)} of each training part after {options.TuningEpochs} epochs.",
                $"Judged by {result.Metric.Title} on the test folds, on the target's own scale, never by the training loss. "
                    + "Losses of the residual see the target standardised, so their lengths are in units of its spread (quartile distance / 1.349).",
                $"Training stops after {options.Patience} epochs without a better validation score, or {options.Epochs} epochs; "
                    + "the best epoch's weights are kept. A loss that gives no probabilities is stopped by the task's "
                    + "default metric where the deciding one needs them.",
                "Gaps are tested with the corrected resampled t-test (Nadeau and Bengio, 2003), p-values adjusted by Holm (1979) over "
                    + $"all pairs of losses; above p = {Quantity.Significant(options.Significance, 1)} a loss counts as tied with the best.",
                "A training that diverges is a result: the loss is listed, and not judged.",
            ]),
            new Paragraph(
                $"Network: a perceptron with {result.Width} inputs, hidden layers of {string.Join(" and ", options.Hidden)} units with ReLU, "
                + "initial weights uniform within ±1/√inputs, "
                + $"{Quantity.Count(result.ParameterCount)} parameters, trained by Adam in batches of {result.BatchSize}, gradients clipped at norm "
                + $"{Quantity.Significant(options.GradientClip)}."),
        ]);
    }
}
