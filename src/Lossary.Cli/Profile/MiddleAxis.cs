using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// An axis that ends where almost all values do, if the farthest would squeeze the others into a corner.
/// </summary>
internal static class MiddleAxis
{
    /// <summary>The share of values, on either side, that may lie beyond the axis.</summary>
    private const double Tail = 0.005;

    /// <summary>
    /// The axis of a label over values, whole where no value is farther out than the others are apart.
    /// </summary>
    public static Axis Of(string label, IEnumerable<double> values)
    {
        double[] rising = [.. values.Where(double.IsFinite).Order()];
        if (rising.Length == 0)
        {
            return new(label);
        }

        double low = OrderStatistics.Quantile(rising, Tail);
        double high = OrderStatistics.Quantile(rising, 1 - Tail);
        double apart = high - low;
        bool isLongBelow = apart > 0 && rising[0] < low - apart;
        bool isLongAbove = apart > 0 && rising[^1] > high + apart;
        return isLongBelow || isLongAbove
            ? new(label) { Minimum = isLongBelow ? low : rising[0], Maximum = isLongAbove ? high : rising[^1] }
            : new(label);
    }

    /// <summary>How many values the axis leaves out, as a sentence; empty if none.</summary>
    public static string LeftOut(Axis axis, IEnumerable<double> values)
    {
        double[] beyond = [.. values.Where(value => value < axis.Minimum || value > axis.Maximum)];
        return beyond.Length switch
        {
            0 => "",
            1 => $" One row lies beyond the axis, at {Quantity.Format(beyond[0])}.",
            _ => $" {Quantity.Count(beyond.Length)} rows lie beyond the axis, the farthest at "
                + $"{Quantity.Format(beyond.MaxBy(Math.Abs))}.",
        };
    }
}
