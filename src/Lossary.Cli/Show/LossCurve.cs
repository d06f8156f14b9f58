using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>A loss at many points of its variable.</summary>
internal sealed record LossCurve(IReadOnlyList<double> X, IReadOnlyList<LossPoint> Points)
{
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

    public LineSeries Slope(string name, int slot) => Line(name, slot, point => point.Slope);

    public LineSeries Curvature(string name, int slot) => Line(name, slot, point => point.Curvature);

    private LineSeries Line(string name, int slot, Func<LossPoint, double> part) =>
        new(name, X, [.. Points.Select(point => Rounded(part(point)))], new SeriesStyle(slot));

    /// <summary>
    /// Beyond six decimals a difference of two slopes is noise, which would tell one machine from another.
    /// </summary>
    private static double Rounded(double value) => Math.Abs(value) < 1e6 ? Math.Round(value, 6) + 0.0 : value;
}
