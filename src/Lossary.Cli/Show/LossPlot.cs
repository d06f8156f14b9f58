using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Value and derivative of a loss over its family's own variable.</summary>
internal static class LossPlot
{
    private const int Points = 241;

    public static LinePlot Of(LossEntry entry, ILoss loss)
    {
        LossVariable variable = LossVariable.Of(entry);
        double[] x =
        [
            .. Enumerable.Range(0, Points).Select(
                i => variable.Low + ((variable.High - variable.Low) * i / (Points - 1))),
        ];
        LossPoint[] points = [.. x.Select(at => LossVariable.At(entry, loss, at))];
        return new(
            loss.Name,
            new Axis(variable.Axis),
            new Axis(""),
            [
                new("derivative", x, [.. points.Select(point => point.Slope)], new SeriesStyle(1)),
                new("loss", x, [.. points.Select(point => point.Value)], new SeriesStyle(0)),
            ]);
    }
}
