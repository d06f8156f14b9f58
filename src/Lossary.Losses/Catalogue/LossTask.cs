namespace Lossary.Losses;

/// <summary>What a loss can be trained for.</summary>
[Flags]
public enum LossTask
{
    /// <summary>Nothing that <c>compare</c> trains for by itself.</summary>
    None = 0,

    /// <summary>Real targets.</summary>
    Regression = 1,

    /// <summary>Targets 0, 1, 2 …</summary>
    Counts = 2,

    /// <summary>One of two classes.</summary>
    Binary = 4,

    /// <summary>One of several classes.</summary>
    MultiClass = 8,
}
