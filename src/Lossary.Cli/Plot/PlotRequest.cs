using System.Globalization;
using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Which losses are drawn, over which range.</summary>
/// <param name="Losses">At least one, all over one variable.</param>
/// <param name="Variable">The variable and its range.</param>
internal sealed record PlotRequest(IReadOnlyList<(LossEntry Entry, ILoss Loss)> Losses, LossVariable Variable)
{
    /// <summary>Above the derivative's plot, for a file and a terminal.</summary>
    public LinePlot Values => LossPlot.Of(Losses, Variable, isSlope: false);

    public LinePlot Slopes => LossPlot.Of(Losses, Variable, isSlope: true);

    /// <summary>Reads the command line.</summary>
    /// <param name="name">The first loss.</param>
    /// <param name="against">The others.</param>
    /// <param name="range">As <c>-2..5</c>; null for the usual one.</param>
    /// <exception cref="UsageException">
    /// A loss is unknown, two have different variables, or the range is none.
    /// </exception>
    public static PlotRequest Of(string name, IEnumerable<string> against, string? range)
    {
        (LossEntry Entry, ILoss Loss)[] losses =
        [
            .. against.SelectMany(LossNamed.CreateAll).Prepend(LossNamed.Create(name))
                .DistinctBy(loss => loss.Name)
                .Select(loss => (LossNamed.EntryOf(loss), loss)),
        ];
        LossVariable first = LossVariable.Of(losses[0].Entry);
        foreach ((LossEntry entry, ILoss loss) in losses.Skip(1))
        {
            LossVariable other = LossVariable.Of(entry);
            if (other.Axis != first.Axis)
            {
                throw new UsageException(
                    $"{losses[0].Loss.Name} is drawn over the {first.Axis}, {loss.Name} over the {other.Axis}: "
                    + "one plot takes losses of one variable.");
            }
        }

        (double low, double high) = range is null
            ? (losses.Min(loss => LossVariable.Of(loss.Entry).Low),
                losses.Max(loss => LossVariable.Of(loss.Entry).High))
            : RangeOf(range);
        return new(losses, first with { Low = low, High = high });
    }

    private static (double Low, double High) RangeOf(string range)
    {
        string[] ends = range.Split("..");
        return ends.Length == 2
            && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
            && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double high)
            && double.IsFinite(high - low) && low < high
                ? (low, high)
                : throw new UsageException(
                    $"--range must be two numbers such as -2..5, the lower first, but is '{range}'.");
    }
}
