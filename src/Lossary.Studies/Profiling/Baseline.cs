namespace Lossary.Studies;

/// <summary>What a small network, the baseline fit, predicted of rows that it had not seen.</summary>
/// <remarks>
/// Numbers: their middle, by Huber's loss. Counts: their mean, by Poisson's. Classes: their probabilities, by cross
/// entropy. Columns that nearly determine the target are left out, as is the column of weights.
/// </remarks>
public sealed class Baseline
{
    /// <summary>Positions in the target, ascending, [n]; a draw where the target has very many rows.</summary>
    public required IReadOnlyList<int> Positions { get; init; }

    /// <summary>Predictions on the target's scale, [n]; probabilities [n, classes] of classes.</summary>
    public required IReadOnlyList<double> Predictions { get; init; }

    /// <summary>Target minus prediction, [n]; empty for classes.</summary>
    public IReadOnlyList<double> Residuals { get; init; } = [];

    /// <summary>
    /// The residuals over the spread that is predicted for their row, scaled so that half of them are within ±0.6745,
    /// as a standard normal's are; [n], of numbers only.
    /// </summary>
    public IReadOnlyList<double> Deviations { get; init; } = [];

    /// <summary>
    /// The mean that is predicted of each row, [n], by a fit for that purpose; only where no target is negative.
    /// </summary>
    public IReadOnlyList<double> Means { get; init; } = [];

    /// <summary>
    /// Target minus the prediction of a network that did see the row, [n]; empty for classes. Out of sample, misfit
    /// makes residuals too large; in the sample, the fit to their noise makes them too small by about as much: the
    /// product of the two is nearly free of either.
    /// </summary>
    internal IReadOnlyList<double> SeenResiduals { get; init; } = [];

    /// <summary><see cref="Means"/> by networks that did see the row, [n].</summary>
    internal IReadOnlyList<double> SeenMeans { get; init; } = [];
}
