using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>From a network's raw outputs to the quantiles that are asked for.</summary>
internal static class QuantileResponse
{
    /// <summary>Of a network that has an output for each level.</summary>
    /// <remarks>
    /// Where lines cross, a row's quantiles are sorted, which is never worse: V. Chernozhukov, I. Fernández-Val, A.
    /// Galichon, Quantile and Probability Curves Without Crossing, 2010, doi:10.3982/ECTA7880.
    /// </remarks>
    /// <param name="raw">Shape [rows, levels].</param>
    /// <param name="part">The rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="scale">The scale that was learnt on.</param>
    /// <param name="levels">Rising.</param>
    public static Predictions Of(
        ReadOnlySpan<float> raw, FoldPart part, Target target, TargetScale scale, IReadOnlyList<double> levels)
    {
        double[] values = new double[raw.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = scale.Decode(raw[i]);
        }

        for (int start = 0; start < values.Length; start += levels.Count)
        {
            Array.Sort(values, start, levels.Count);
        }

        return Predictions.OfQuantiles(target.Task, [.. levels], values, part.Targets, part.Weights);
    }

    /// <summary>
    /// Of a network that predicts one number: with the quantiles of its errors on the validation rows.
    /// </summary>
    /// <remarks>
    /// Split conformal prediction (J. Lei et al., Distribution-Free Predictive Inference for Regression, 2018,
    /// doi:10.1080/01621459.2017.1307116); errors are ratios where a logarithm links prediction and output.
    /// </remarks>
    /// <param name="raw">Shape [rows].</param>
    /// <param name="part">The rows.</param>
    /// <param name="validationRaw">The same network's outputs for the validation rows, [validation rows].</param>
    /// <param name="validation">The validation rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="scale">The scale that was learnt on, and its link.</param>
    /// <param name="levels">Rising.</param>
    public static Predictions Around(
        ReadOnlySpan<float> raw,
        FoldPart part,
        ReadOnlySpan<float> validationRaw,
        FoldPart validation,
        Target target,
        TargetScale scale,
        IReadOnlyList<double> levels)
    {
        bool isRatio = scale is { Link: Link.Log, Shift: 0 };
        double[] errors = new double[validation.Count];
        for (int i = 0; i < errors.Length; i++)
        {
            double predicted = scale.Decode(validationRaw[i]);
            errors[i] = isRatio ? validation.Targets[i] / predicted : validation.Targets[i] - predicted;
        }

        double[] shifts = [.. levels.Select(level => Quantile.Of(errors, validation.Weights, level))];
        double[] values = new double[raw.Length * shifts.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double predicted = scale.Decode(raw[i / shifts.Length]), shift = shifts[i % shifts.Length];
            values[i] = isRatio ? predicted * shift : predicted + shift;
        }

        return Predictions.OfQuantiles(target.Task, [.. levels], values, part.Targets, part.Weights);
    }
}
