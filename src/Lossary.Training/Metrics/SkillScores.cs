namespace Lossary.Training;

/// <summary>How much better predictions are than the best constant: 1 is perfect, 0 no better, below 0 worse.</summary>
/// <remarks>
/// predictions, targets [n]; weights [n], or empty for equal ones. Where the constant is already perfect: 1 if the
/// predictions are too, else 0. Fewer than two samples have no score: NaN.
/// </remarks>
public static class SkillScores
{
    /// <summary>1 − mean r² / variance of the targets.</summary>
    /// <inheritdoc cref="SkillScores" path="/remarks"/>
    public static double RSquared(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        Score(
            predictions.Length,
            ErrorMetrics.MeanSquaredError(predictions, targets, weights),
            ErrorMetrics.MeanSquaredError(MeanOf(targets, weights), targets, weights));

    /// <summary>1 − variance of r / variance of the targets: R² that forgives a constant shift.</summary>
    /// <inheritdoc cref="SkillScores" path="/remarks"/>
    public static double ExplainedVariance(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, targets.Length);
        double[] residuals = new double[predictions.Length];
        for (int i = 0; i < residuals.Length; i++)
        {
            residuals[i] = predictions[i] - targets[i];
        }

        return Score(
            predictions.Length,
            ErrorMetrics.MeanSquaredError(MeanOf(residuals, weights), residuals, weights),
            ErrorMetrics.MeanSquaredError(MeanOf(targets, weights), targets, weights));
    }

    /// <summary>1 − pinball loss / pinball loss of the targets' own quantile.</summary>
    /// <inheritdoc cref="SkillScores" path="/remarks"/>
    /// <param name="predictions">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="level">Which quantile is predicted, in [0, 1].</param>
    /// <param name="weights">[n], or empty.</param>
    public static double D2Pinball(
        ReadOnlySpan<double> predictions,
        ReadOnlySpan<double> targets,
        double level,
        ReadOnlySpan<double> weights = default)
    {
        double loss = ErrorMetrics.PinballLoss(predictions, targets, level, weights);
        double[] constant = Filled(targets.Length, Quantile.Of(targets, weights, level));
        return Score(predictions.Length, loss, ErrorMetrics.PinballLoss(constant, targets, level, weights));
    }

    /// <summary>1 − Tweedie deviance / Tweedie deviance of the targets' mean.</summary>
    /// <inheritdoc cref="SkillScores" path="/remarks"/>
    /// <param name="predictions">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="power">The variance is proportional to the mean to this power; not in (0, 1).</param>
    /// <param name="weights">[n], or empty.</param>
    public static double D2Tweedie(
        ReadOnlySpan<double> predictions,
        ReadOnlySpan<double> targets,
        double power,
        ReadOnlySpan<double> weights = default)
    {
        double deviance = Deviances.MeanTweedie(predictions, targets, power, weights);
        double[] constant = MeanOf(targets, weights);
        return Score(
            predictions.Length, deviance, Deviances.MeanTweedieOfConstant(constant, targets, power, weights));
    }

    private static double Score(int count, double loss, double constantLoss) => (count, loss, constantLoss) switch
    {
        ( < 2, _, _) => double.NaN,
        (_, 0, 0) => 1,
        (_, _, 0) => double.IsNaN(loss) ? loss : 0,
        _ => 1 - (loss / constantLoss),
    };

    private static double[] MeanOf(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0, total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights.At(i) * values[i];
            total += weights.At(i);
        }

        return Filled(values.Length, sum / total);
    }

    private static double[] Filled(int length, double value)
    {
        double[] filled = new double[length];
        Array.Fill(filled, value);
        return filled;
    }
}
