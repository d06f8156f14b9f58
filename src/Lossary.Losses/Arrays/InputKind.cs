namespace Lossary.Losses;

/// <summary>
/// What kind of number an input of a loss of several arrays holds: what is checked, and what an example has.
/// </summary>
public enum InputKind
{
    /// <summary>Any real number: a score, a logit, an embedding.</summary>
    Real,

    /// <summary>Above 0: a scale, a time.</summary>
    Positive,

    /// <summary>0 and above: a relevance, a distance, a cost.</summary>
    NonNegative,

    /// <summary>0 to 1: a probability.</summary>
    Probability,

    /// <summary>Rows along the last axis that are not negative and sum to 1.</summary>
    Shares,

    /// <summary>Logarithms of probabilities, at most 0.</summary>
    LogProbability,

    /// <summary>Logarithms of rows of probabilities: their exponentials along the last axis sum to 1.</summary>
    LogShares,

    /// <summary>A class number: 0 … <see cref="InputCard.Below"/> − 1.</summary>
    ClassNumber,

    /// <summary>0 or 1: an event, a label.</summary>
    Flag,

    /// <summary>−1 or +1.</summary>
    Sign,

    /// <summary>0, 1, 2 …: a count.</summary>
    Count,

    /// <summary>How many steps of a padded axis count: 1 … <see cref="InputCard.Below"/>, both in.</summary>
    StepCount,

    /// <summary>The number of the group that a row belongs to, a query say; a group's rows stand together.</summary>
    GroupNumber,

    /// <summary>
    /// Four numbers along the last axis: left, top, right, bottom, with left ≤ right and top ≤ bottom.
    /// </summary>
    Box,

    /// <summary>How many of some ordered thresholds are exceeded: 0 … <see cref="InputCard.Below"/>, both in.</summary>
    Level,

    /// <summary>Above 0, or infinity where there is no bound.</summary>
    UpperBound,
}
