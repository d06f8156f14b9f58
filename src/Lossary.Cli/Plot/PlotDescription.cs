using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>What <c>plot --json</c> writes: the points of the curves. A number that is not finite is null.</summary>
internal sealed record PlotDescription
{
    public required string Variable { get; init; }

    public required string Meaning { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>In the order of the command line.</summary>
    public required IReadOnlyList<PlottedLoss> Losses { get; init; }

    public static PlotDescription Of(PlotRequest request) => new()
    {
        Variable = request.Variable.Symbol,
        Meaning = request.Variable.Meaning,
        Low = request.Variable.Low,
        High = request.Variable.High,
        Losses = [.. request.Losses.Select(loss => PlottedLoss.Of(loss.Entry, loss.Loss, request.Variable))],
    };
}

/// <summary>A loss at every point of a plot.</summary>
internal sealed record PlottedLoss(string Name, string Title, IReadOnlyList<PointDescription> Points)
{
    public static PlottedLoss Of(LossEntry entry, ILoss loss, LossVariable variable)
    {
        LossCurve curve = LossCurve.Of(entry, loss, variable, LossPlot.Points);
        return new(loss.Name, loss.Card.Title, [.. curve.X.Zip(curve.Points, PointDescription.Of)]);
    }
}
