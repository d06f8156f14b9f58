namespace Lossary.Losses;

/// <summary>Which triplets of a labelled batch count. Of equal distances the first in the batch is taken.</summary>
public enum TripletMining
{
    /// <summary>Every anchor with every other of its class and every one of another.</summary>
    All,

    /// <summary>Each anchor with the farthest of its class and the nearest of all others.</summary>
    Hard,

    /// <summary>
    /// Each anchor with every other of its class, and the nearest of another class that is farther than that; where
    /// there is none, the farthest of another class.
    /// </summary>
    SemiHard,

    /// <summary>Each anchor with every other of its class, and the nearest of all other classes.</summary>
    HardNegative,
}
