namespace Lossary.Training;

/// <summary>How well predicted times agree with times of which some are only bounds.</summary>
public static class TimeMetrics
{
    /// <summary>
    /// Harrell's concordance: the share of pairs of which it is known whose event came first that predictions put in
    /// that order; equal predictions count half.
    /// </summary>
    /// <remarks>
    /// F. E. Harrell et al., Evaluating the Yield of Medical Tests, 1982, doi:10.1001/jama.1982.03320430047030. It is
    /// known where the earlier time is an event; of equal times, where one is an event and the other a bound.
    /// </remarks>
    /// <param name="predictions">[n], higher is later.</param>
    /// <param name="times">[n], of the event or of the last look.</param>
    /// <param name="events">[n], false where the time is only a bound.</param>
    /// <param name="weights">[n], or empty; a pair weighs the product of its rows' weights.</param>
    /// <returns>In [0, 1]; NaN where of no pair it is known.</returns>
    public static double Concordance(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> times, ReadOnlySpan<bool> events,
        ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, times.Length);
        MetricArguments.SameLength(predictions.Length, events.Length);
        MetricArguments.Weights(predictions.Length, weights);
        double right = 0, known = 0;
        for (int i = 0; i < times.Length; i++)
        {
            for (int j = 0; events[i] && j < times.Length; j++)
            {
                if (times[i] < times[j] || (times[i] == times[j] && !events[j]))
                {
                    double weight = weights.At(i) * weights.At(j);
                    known += weight;
                    right += predictions[i] < predictions[j] ? weight
                        : predictions[i] == predictions[j] ? weight / 2
                        : 0;
                }
            }
        }

        return right / known;
    }
}
