namespace Lossary.Conformance;

/// <summary>What a loss of one prediction and one target is given.</summary>
/// <param name="Predictions">Shape [n].</param>
/// <param name="Targets">Shape [n].</param>
internal sealed record SampleInputs(double[] Predictions, double[] Targets)
{
    /// <summary>Shape [n] or empty.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>Shape [n] or empty.</summary>
    public bool[] Mask { get; init; } = [];

    /// <summary>How many samples a row has, where a mean over rows is asked for.</summary>
    public int RowLength { get; init; } = 1;
}
