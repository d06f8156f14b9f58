using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>
/// From the parameters of a distribution, which a network puts out, to predictions that metrics can judge.
/// </summary>
internal static class HeadResponse
{
    /// <summary>The quantiles that are asked for, or the distribution's number where none are.</summary>
    /// <param name="raw">Shape [rows, outputs].</param>
    /// <param name="part">The rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="trained">The distribution, and the scale that was learnt on.</param>
    /// <param name="levels">Rising; or empty.</param>
    public static Predictions Of(
        ReadOnlyMemory<float> raw, FoldPart part, Target target, TrainedLoss trained, IReadOnlyList<double> levels)
    {
        DistributionHead head = trained.Head!;
        int width = head.Outputs.Count, answers = Math.Max(1, levels.Count);
        double[] values = new double[part.Count * answers];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlyMemory<float> row = raw.Slice(i / answers * width, width);
            values[i] = trained.Observed(
                levels.Count == 0 ? head.NumberOf!(row) : head.QuantileOf(row, levels[i % answers]));
        }

        return levels.Count == 0
            ? Predictions.OfNumbers(target.Task, values, part.Targets, part.Weights, part.Queries, part.Events)
            : Predictions.OfQuantiles(target.Task, [.. levels], values, part.Targets, part.Weights);
    }
}
