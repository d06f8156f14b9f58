namespace Lossary.Training;

/// <summary>How a metric's value is to be read and printed.</summary>
public enum MetricUnit
{
    /// <summary>A number without a unit.</summary>
    None,

    /// <summary>In the target's own unit.</summary>
    OfTarget,

    /// <summary>In the square of the target's unit.</summary>
    OfTargetSquared,

    /// <summary>A share: 0.25 is 25 %.</summary>
    Share,

    /// <summary>Natural logarithms of probabilities.</summary>
    Nats,
}
