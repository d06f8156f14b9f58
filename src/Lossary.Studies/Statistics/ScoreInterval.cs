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
}
