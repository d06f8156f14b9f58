using System.Globalization;
using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>A loss at many points of its variable.</summary>
internal sealed record LossCurve(IReadOnlyList<double> X, IReadOnlyList<LossPoint> Points)
{
    /// <summary>What varies less is drawn as constant.</summary>
    private const double LeastWidth = 1e-4;

    public static LossCurve Of(LossEntry entry, ILoss loss, LossVariable variable, int points)
    {
        double[] x =
        [
            .. Enumerable.Range(0, points).Select(
                i => variable.Low + ((variable.High - variable.Low) * i / (points - 1))),
        ];
        return new(x, LossVariable.At(entry, loss, x));
    }

    public LineSeries Value(string name, int slot) => Line(name, slot, point => point.Value);

    /// <summary>
    /// The loss to be drawn beside its derivatives: one that stays far from 0 would press them flat, so what it always
    /// has is taken off, and its name says so.
    /// </summary>
    public LineSeries ValueBesideSlopes(int slot)
    {
        double[] values = [.. Points.Select(point => point.Value).Where(double.IsFinite)];
        double constant = values.Length == 0 ? 0 : Constant(values.Min(), values.Max());
        string shown = Math.Abs(constant).ToString("0.####", CultureInfo.InvariantCulture);
        return constant == 0
            ? Value("loss", slot)
            : Line($"loss {(constant < 0 ? "+" : "−")} {shown}", slot, point => point.Value - constant);
    }

    public LineSeries Slope(string name, int slot) => Line(name, slot, point => point.Slope);

    public LineSeries Curvature(string name, int slot) => Line(name, slot, point => point.Curvature);

    /// <summary>A round number just below the lowest, where the loss is farther from 0 than it is wide.</summary>
    private static double Constant(double lowest, double highest)
    {
        double width = highest - lowest;
        if (width < LeastWidth || Math.Max(lowest, -highest) <= width)
        {
            return 0;
        }

        double step = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return Math.Floor(lowest / step) * step;
    }

    private LineSeries Line(string name, int slot, Func<LossPoint, double> part) =>
        new(name, X, [.. Points.Select(point => Rounded(part(point)))], new SeriesStyle(slot));

    /// <summary>
    /// Beyond six decimals a difference of two slopes is noise, which would tell one machine from another.
    /// </summary>
    private static double Rounded(double value) => Math.Abs(value) < 1e6 ? Math.Round(value, 6) + 0.0 : value;
}
