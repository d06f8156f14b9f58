using Lossary.Data;

namespace Lossary.Studies;

/// <summary>
/// Where a target is cut off: which rows hold a bound in place of a value, and on which side the truth lies.
/// </summary>
internal sealed class TargetLimits
{
    private readonly double? _low, _high;
    private readonly bool _isByEvents, _areUpperBounds;

    private TargetLimits(double? low, double? high, bool isByEvents = false, bool areUpperBounds = false)
    {
        _low = low;
        _high = high;
        _isByEvents = isByEvents;
        _areUpperBounds = areUpperBounds;
    }

    /// <summary>The limits of a target; null where every number is a value.</summary>
    /// <remarks>
    /// Where a column tells bounds, the truth lies above them, but below where all stand at the smallest target, as at
    /// a limit of detection. Else an end that a tenth of the rows or more share is a limit, of quantities of 20
    /// different values or more.
    /// </remarks>
    public static TargetLimits? Of(Target target)
    {
        if (target.IsClass)
        {
            return null;
        }

        return target.Events.IsEmpty ? OfTies(target.Values) : OfEvents(target);
    }

    /// <summary>Whether the truth of a row is its target or below.</summary>
    public bool IsAtMost(double value, bool isValue) => _isByEvents ? !isValue && _areUpperBounds : value == _low;

    /// <summary>Whether the truth of a row is its target or above.</summary>
    public bool IsAtLeast(double value, bool isValue) => _isByEvents ? !isValue && !_areUpperBounds : value == _high;

    /// <summary>What would be observed of a number: itself, or the limit that it is beyond.</summary>
    public double Clamp(double value) => value < _low ? _low.Value : value > _high ? _high.Value : value;

    private static TargetLimits? OfTies(ReadOnlySpan<double> values)
    {
        double[] sorted = OrderStatistics.Sorted(values);
        double fewest = ThresholdCatalogue.Ties.Default * sorted.Length;
        bool isQuantity = sorted.Distinct().Count() >= ThresholdCatalogue.DifferentTargets.Default;
        double? EndOf(double end) => isQuantity && sorted.Count(value => value == end) >= fewest ? end : null;
        (double? low, double? high) = (EndOf(sorted[0]), EndOf(sorted[^1]));
        return low is null && high is null ? null : new(low, high);
    }

    private static TargetLimits OfEvents(Target target)
    {
        double least = double.PositiveInfinity;
        foreach (double value in target.Values)
        {
            least = Math.Min(least, value);
        }

        bool areLeast = true;
        for (int i = 0; i < target.Count; i++)
        {
            areLeast &= target.Events[i] || target.Values[i] == least;
        }

        return new(null, null, isByEvents: true, areUpperBounds: areLeast);
    }
}
