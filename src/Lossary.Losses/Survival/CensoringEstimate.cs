namespace Lossary.Losses;

/// <summary>
/// How likely a row was not censored by some time: what losses weigh events with where others are censored.
/// </summary>
/// <remarks>
/// The product-limit estimate of Kaplan and Meier with events and censorings exchanged; of a time shared by both,
/// events come first. Reference: E. Graf, C. Schmoor, W. Sauerbrei, M. Schumacher, Assessment and Comparison of
/// Prognostic Classification Schemes for Survival Data, 1999,
/// doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18&lt;2529::AID-SIM274&gt;3.0.CO;2-5.
/// </remarks>
public static class CensoringEstimate
{
    /// <summary>The probability of not being censored before each of some times.</summary>
    /// <param name="times">The time of the event, or of the last look, of each row; positive.</param>
    /// <param name="events">1 where the event was seen, 0 where not by then; as long.</param>
    /// <param name="at">The times that are asked for; of a row its own, or the horizon where that is earlier.</param>
    /// <returns>As many as are asked for, 0 to 1.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="events"/> has another length than <paramref name="times"/>.
    /// </exception>
    public static double[] Before(ReadOnlySpan<double> times, ReadOnlySpan<double> events, ReadOnlySpan<double> at)
    {
        if (events.Length != times.Length)
        {
            throw new ArgumentException(
                $"events has {events.Length} elements, times has {times.Length}.", nameof(events));
        }

        int[] order = SampleOrder.Ascending(times);
        int[] asked = SampleOrder.Ascending(at);
        double[] found = new double[at.Length];
        double remaining = 1;
        int next = 0;
        foreach (int i in asked)
        {
            while (next < order.Length && times[order[next]] < at[i])
            {
                int first = next, censored = 0, seen = 0;
                for (; next < order.Length && times[order[next]] == times[order[first]]; next++)
                {
                    censored += events[order[next]] == 0 ? 1 : 0;
                    seen += events[order[next]] == 0 ? 0 : 1;
                }

                int atRisk = order.Length - first - seen;
                remaining *= censored == 0 ? 1 : 1 - ((double)censored / atRisk);
            }

            found[i] = remaining;
        }

        return found;
    }
}
