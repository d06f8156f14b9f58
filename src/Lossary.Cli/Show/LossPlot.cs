using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Value and derivatives of losses over their family's own variable.</summary>
internal static class LossPlot
{
    /// <summary>Of each curve.</summary>
    public const int Points = 241;

    /// <summary>What is higher, and higher than most, would press the rest flat.</summary>
    private const double Highest = 10;

    /// <summary>The heights of a pole lie as many times above nearly all others.</summary>
    private const double PoleSteepness = 4;

    /// <summary>Value and derivative, for a terminal.</summary>
    public static LinePlot Of(LossEntry entry, ILoss loss)
    {
        LossVariable variable = LossVariable.Of(entry);
        LossCurve curve = LossCurve.Of(entry, loss, variable, Points);
        return new(
            loss.Name,
            new Axis(variable.Axis),
            new Axis(""),
            [curve.Slope("derivative", 1), curve.ValueBesideSlopes(0)]);
    }

    /// <summary>Value and both derivatives, for a page.</summary>
    public static LinePlot WithCurvature(LossEntry entry, ILoss loss)
    {
        LossVariable variable = LossVariable.Of(entry);
        LossCurve curve = LossCurve.Of(entry, loss, variable, (Points + 1) / 2);
        LineSeries[] lines =
            [curve.Curvature("2nd derivative", 3), curve.Slope("derivative", 1), curve.ValueBesideSlopes(0)];
        Axis vertical = VerticalAxis(lines, lines[1..]) with { Label = "loss and derivatives" };
        return new(loss.Card.Title.Capitalised(), new Axis(variable.Axis), vertical, lines)
        {
            Reference = ReferenceLine.Zero,
        };
    }

    /// <summary>Several losses, value or derivative.</summary>
    /// <param name="losses">Losses of one variable.</param>
    /// <param name="variable">The variable and its range.</param>
    /// <param name="isSlope">Whether the derivative is shown instead of the value.</param>
    public static LinePlot Of(IReadOnlyList<(LossEntry Entry, ILoss Loss)> losses, LossVariable variable, bool isSlope)
    {
        LineSeries[] lines =
        [
            .. losses.Select((loss, i) =>
            {
                LossCurve curve = LossCurve.Of(loss.Entry, loss.Loss, variable, Points);
                return isSlope ? curve.Slope(loss.Loss.Name, i) : curve.Value(loss.Loss.Name, i);
            }),
        ];
        string what = isSlope ? "derivative" : "loss";
        string names = string.Join(", ", losses.Select(loss => loss.Loss.Name));
        Axis vertical = VerticalAxis(lines, lines) with { Label = what };
        return new($"{what.Capitalised()}: {names}", new Axis(variable.Axis), vertical, lines)
        {
            Reference = ReferenceLine.Zero,
        };
    }

    /// <summary>
    /// Room for value and derivative, but for a few steep points; what shoots beyond, such as a pole, or the second
    /// derivative at a kink that is rounded, is cut off.
    /// </summary>
    private static Axis VerticalAxis(IReadOnlyList<LineSeries> lines, IReadOnlyList<LineSeries> rooms)
    {
        double[] finite = [.. lines.SelectMany(line => line.Y).Where(double.IsFinite).Order()];
        double[] sizes = [.. rooms.SelectMany(line => line.Y).Where(double.IsFinite).Select(Math.Abs).Order()];
        if (sizes.Length == 0)
        {
            return new("");
        }

        double limit = 1.3 * Math.Min(sizes[^1], Room(sizes));
        double highest = Math.Max(-finite[0], finite[^1]);
        return limit > 0 && highest > 2 * limit
            ? new("")
            {
                Minimum = Math.Max(1.05 * Math.Min(finite[0], 0), -limit),
                Maximum = Math.Min(finite[^1], limit),
            }
            : new("");
    }

    /// <summary>What most heights, in ascending order, need.</summary>
    private static double Room(double[] sizes)
    {
        double usual = 4 * sizes[sizes.Length / 2];
        bool isPole = sizes[^1] > PoleSteepness * sizes[sizes.Length * 95 / 100];
        return Math.Max(usual, isPole ? sizes[sizes.Length * 3 / 4] : Highest);
    }
}
