using Lossary.Training;

namespace Lossary.Studies;

/// <summary>A mean score over the folds and where the true one may be.</summary>
/// <param name="Mean">The mean over the folds.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of its 95 % interval.</param>
public readonly record struct ScoreInterval(double Mean, double Low, double High)
{
    /// <summary>The interval of scores that were made on <paramref name="testShare"/> of the rows each.</summary>
    /// <inheritdoc cref="ResampledDifference.Of"/>
    public static ScoreInterval Of(ReadOnlySpan<double> scores, double testShare)
    {
        ResampledDifference difference = ResampledDifference.Of(scores, testShare);
        return new(difference.Mean, difference.Low, difference.High);
    }

    /// <summary>
    /// The same interval, cut off at a perfect score (1 where more is better, 0 where less is), and for shares and
    /// areas at the worst one as well.
    /// </summary>
    public ScoreInterval UpTo(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        bool isShare = metric.Unit == MetricUnit.Share || metric.Needs == PredictionNeed.Score;
        double best = metric.HigherIsBetter ? 1 : 0;
        double worst = metric.HigherIsBetter ? (isShare ? 0 : double.NegativeInfinity)
            : isShare ? 1
            : double.PositiveInfinity;
        return this with
        {
            Low = Math.Max(Low, Math.Min(best, worst)),
            High = Math.Min(High, Math.Max(best, worst)),
        };
    }
}
