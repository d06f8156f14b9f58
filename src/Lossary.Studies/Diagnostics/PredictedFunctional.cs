using System.Globalization;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What of a target's distribution predictions are held against: its mean, or a quantile.</summary>
/// <param name="Level">The quantile's level, within (0, 1); null for the mean.</param>
public readonly record struct PredictedFunctional(double? Level)
{
    /// <summary>The mean; for a class of two, its probability.</summary>
    public static PredictedFunctional Mean => new(null);

    /// <summary>
    /// The functional that a metric is minimised by: the median for absolute errors, the mean for most others.
    /// </summary>
    /// <param name="metric">The metric that decides.</param>
    public static PredictedFunctional Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        string[] parts = metric.Key.Split(":level=");
        return parts[0] switch
        {
            "mae" or "median-absolute-error" => new(0.5),
            "pinball" or "d2-pinball" => new(
                parts.Length == 1 ? metric.Parameter!.Default : double.Parse(parts[1], CultureInfo.InvariantCulture)),
            _ => Mean,
        };
    }

    /// <summary>
    /// The elementary score: of all scores that are lowest, in expectation, at the functional, each is a mixture of
    /// these over the thresholds.
    /// </summary>
    /// <remarks>
    /// Integrated over all thresholds it is a quarter of the squared error for the mean, and the pinball loss for a
    /// quantile. W. Ehm, T. Gneiting, A. Jordan, F. Krüger, "Of Quantiles and Expectiles", Journal of the Royal
    /// Statistical Society B 78 (2016) 505–562, doi:10.1111/rssb.12154.
    /// </remarks>
    /// <param name="threshold">θ: what a decision turns on.</param>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    public double ElementaryScore(double threshold, double prediction, double target)
    {
        bool isBelow = target <= threshold && threshold < prediction;
        bool isAbove = prediction <= threshold && threshold < target;
        return !(isBelow || isAbove) ? 0
            : Level is double level ? (isBelow ? 1 - level : level)
            : Math.Abs(target - threshold) / 2;
    }

    /// <inheritdoc/>
    public override string ToString() => Level switch
    {
        null => "mean",
        0.5 => "median",
        double level => string.Create(CultureInfo.InvariantCulture, $"{level} quantile"),
    };
}
