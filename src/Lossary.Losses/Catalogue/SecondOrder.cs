namespace Lossary.Losses;

/// <summary>What the second derivatives are that a loss gives.</summary>
public enum SecondOrder
{
    /// <summary>
    /// It gives none: a part of its gradient is computed in one piece, which cannot be differentiated again, or is
    /// weighed by hand: a transducer's with FastEmit, the one loss of the catalogue that has none.
    /// </summary>
    None,

    /// <summary>
    /// Those of its formula with a weight or a statistic held constant, as its gradient holds it: a part of the value's
    /// own second derivatives.
    /// </summary>
    Held,

    /// <summary>
    /// The value's own, to rounding; where a derivative jumps, those of the side that the formula chose.
    /// </summary>
    Exact,
}
