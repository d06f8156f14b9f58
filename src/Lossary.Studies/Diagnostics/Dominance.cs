namespace Lossary.Studies;

/// <summary>Whether one loss's predictions are better than another's whatever the decision they are used for.</summary>
public enum Dominance
{
    /// <summary>At no threshold can the two be told apart.</summary>
    Alike,

    /// <summary>Better at some thresholds, and worse at none.</summary>
    Dominates,

    /// <summary>Worse at some thresholds, and better at none.</summary>
    Dominated,

    /// <summary>Better at some thresholds and worse at others: which is better depends on the score.</summary>
    Crosses,
}
