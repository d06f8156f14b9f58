namespace Lossary.Training;

/// <summary>
/// Twice the log-likelihood that predictions lose to a perfect fit, under a distribution of positive numbers.
/// </summary>
/// <remarks>
/// predictions, targets [n]; weights [n], or empty for equal ones. NaN where a prediction or target lies outside the
/// distribution's domain, so predictions of 0 or less have no Poisson deviance. B. Jørgensen, The Theory of Dispersion
/// Models, 1997.
/// </remarks>
public static class Deviances
{
    /// <summary>Mean of 2 (y log(y/μ) − y + μ): targets y ≥ 0, predictions μ &gt; 0.</summary>
    /// <inheritdoc cref="Deviances" path="/remarks"/>
    public static double MeanPoisson(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        MeanTweedie(predictions, targets, 1, weights);

    /// <summary>Mean of 2 (log(μ/y) + y/μ − 1): targets y &gt; 0, predictions μ &gt; 0.</summary>
    /// <inheritdoc cref="Deviances" path="/remarks"/>
    public static double MeanGamma(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        MeanTweedie(predictions, targets, 2, weights);

    /// <summary>
    /// Mean deviance of the Tweedie distribution of a power: 0 normal, 1 Poisson, 2 gamma, 3 inverse Gaussian.
    /// </summary>
    /// <inheritdoc cref="Deviances" path="/remarks"/>
    /// <param name="predictions">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="power">The variance is proportional to the mean to this power; not in (0, 1).</param>
    /// <param name="weights">[n], or empty.</param>
    public static double MeanTweedie(
        ReadOnlySpan<double> predictions,
        ReadOnlySpan<double> targets,
        double power,
        ReadOnlySpan<double> weights = default)
    {
        if (!double.IsFinite(power) || power is > 0 and < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "Must be at most 0 or at least 1.");
        }

        return power switch
        {
            0 => ErrorMetrics.MeanSquaredError(predictions, targets, weights),
            1 => SampleMean.Of(default(Poisson), predictions, targets, weights),
            2 => SampleMean.Of(default(Gamma), predictions, targets, weights),
            _ => SampleMean.Of(new Tweedie(power), predictions, targets, weights),
        };
    }

    /// <summary>The mean deviance of a constant prediction, as D² needs it.</summary>
    internal static double MeanTweedieOfConstant(
        double[] constant, ReadOnlySpan<double> targets, double power, ReadOnlySpan<double> weights) => power < 0
            ? SampleMean.Of(new TweedieOfConstant(power), constant, targets, weights)
            : MeanTweedie(constant, targets, power, weights);

    private static double Formula(double power, double prediction, double target)
    {
        double positive = power < 0 ? Math.Max(target, 0) : target;
        double perfect = Math.Pow(positive, 2 - power) / ((1 - power) * (2 - power));
        return 2 * (perfect
            - (target * Math.Pow(prediction, 1 - power) / (1 - power))
            + (Math.Pow(prediction, 2 - power) / (2 - power)));
    }

    private readonly struct Poisson : ISampleTerm
    {
        public double Of(double prediction, double target)
        {
            if (!(prediction > 0 && target >= 0))
            {
                return double.NaN;
            }

            double logRatio = target == 0 ? 0 : target * Math.Log(target / prediction);
            return 2 * (logRatio - target + prediction);
        }
    }

    private readonly struct Gamma : ISampleTerm
    {
        public double Of(double prediction, double target) => prediction > 0 && target > 0
            ? 2 * (Math.Log(prediction / target) + (target / prediction) - 1)
            : double.NaN;
    }

    private readonly struct Tweedie(double power) : ISampleTerm
    {
        public double Of(double prediction, double target)
        {
            // Below 0 targets may be any number, between 1 and 2 they may be 0, from 2 up they are positive.
            bool inDomain = prediction > 0 && (power < 0 || target > 0 || (target == 0 && power < 2));
            return inDomain ? Formula(power, prediction, target) : double.NaN;
        }
    }

    /// <summary>
    /// Below power 0 a constant may be the mean of negative targets: the formula holds, the distribution does not.
    /// </summary>
    private readonly struct TweedieOfConstant(double power) : ISampleTerm
    {
        public double Of(double prediction, double target) => Formula(power, prediction, target);
    }
}
