using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Value and derivative of a loss over its family's own variable.</summary>
internal static class LossPlot
{
    private const int Points = 241;

    public static LinePlot Of(LossEntry entry, ILoss loss)
    {
        (string variable, double low, double high) = entry.Family switch
        {
            LossFamily.Distance => ("residual r", -3.0, 3.0),
            LossFamily.Margin => ("margin m", -3.0, 3.0),
            LossFamily.LogProbability => ("log-probability of the target class", -5.0, 0.0),
            LossFamily.ClassMargin => ("other score - target's score", -3.0, 3.0),
            _ => PointwiseRange(loss.Card),
        };
        double[] x = [.. Enumerable.Range(0, Points).Select(i => low + ((high - low) * i / (Points - 1)))];
        LossPoint[] points = [.. x.Select(at => At(entry, loss, at))];
        return new(
            loss.Name,
            new Axis(variable),
            new Axis(""),
            [
                new("derivative", x, [.. points.Select(point => point.Slope)], new SeriesStyle(1)),
                new("loss", x, [.. points.Select(point => point.Value)], new SeriesStyle(0)),
            ]);
    }

    private static LossPoint At(LossEntry entry, ILoss loss, double x) => loss switch
    {
        ISampleLoss sample when entry.Family == LossFamily.Distance => sample.At(x, 0),
        ISampleLoss sample => sample.At(x, 1),
        _ => ((IClassLoss)loss).At(x),
    };

    /// <summary>Shown for a target of 1, over the raw predictions that may be.</summary>
    private static (string Variable, double Low, double High) PointwiseRange(LossCard card)
    {
        double low = double.IsFinite(card.Prediction.Low) ? card.Prediction.Low : -4;
        double high = double.IsFinite(card.Prediction.High) ? card.Prediction.High : 4;
        double margin = (high - low) / 100;
        return (
            "raw prediction, for a target of 1",
            double.IsFinite(card.Prediction.Low) ? low + margin : low,
            double.IsFinite(card.Prediction.High) ? high - margin : high);
    }
}
