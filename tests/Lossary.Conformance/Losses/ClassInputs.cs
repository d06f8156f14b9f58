namespace Lossary.Conformance;

/// <summary>What a loss of rows of scores is given.</summary>
/// <param name="Scores">Shape [n, classes].</param>
/// <param name="Classes">The number of classes.</param>
internal sealed record ClassInputs(double[] Scores, int Classes)
{
    /// <summary>Shape [n], or empty where there are shares.</summary>
    public int[] Targets { get; init; } = [];

    /// <summary>Shape [n, classes], or empty where there are targets.</summary>
    public double[] Shares { get; init; } = [];

    /// <summary>Shape [classes], or empty.</summary>
    public double[] ClassWeights { get; init; } = [];

    /// <summary>Shape [n], or empty.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>A target that leaves its row out.</summary>
    public int IgnoredClass { get; init; } = -100;
}
