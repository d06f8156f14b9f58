namespace Lossary.Losses;

/// <summary>What a loss's formula is written over; one interface, one kernel and one set of laws each.</summary>
public enum LossFamily
{
    /// <summary>The residual r = prediction − target.</summary>
    Distance,

    /// <summary>The margin m = target · score, with targets −1 and +1.</summary>
    Margin,

    /// <summary>A raw prediction and a target.</summary>
    Pointwise,

    /// <summary>The logarithm of the target class's probability.</summary>
    LogProbability,

    /// <summary>The logarithm of every class's probability, and its share of the target.</summary>
    Distribution,

    /// <summary>Differences between the scores of other classes and the target's.</summary>
    ClassMargin,

    /// <summary>Differences between cumulative probabilities, predicted and true, of ordered classes.</summary>
    Ordinal,
}
