namespace Lossary.Losses;

/// <summary>
/// A statistic of a distribution that a loss elicits: its best constant prediction, on the target's scale.
/// </summary>
public enum Functional
{
    /// <summary>None with a name of its own.</summary>
    Unnamed,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The median.</summary>
    Median,

    /// <summary>A quantile, at <see cref="LossTraits.Level"/>.</summary>
    Quantile,

    /// <summary>An expectile, at <see cref="LossTraits.Level"/>.</summary>
    Expectile,

    /// <summary>e to the mean of the logarithms: the median where these are spread evenly to both sides.</summary>
    GeometricMean,
}
