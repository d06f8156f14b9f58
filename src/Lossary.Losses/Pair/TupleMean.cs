namespace Lossary.Losses;

/// <summary>What the mean over the pairs or triplets of a batch divides by.</summary>
public enum TupleMean
{
    /// <summary>All that were selected.</summary>
    OverAll,

    /// <summary>Those that cost something: as training goes on, the ever fewer that still teach.</summary>
    OverActive,

    /// <summary>First within each anchor, then over anchors: each has the same say.</summary>
    OverAnchors,
}
