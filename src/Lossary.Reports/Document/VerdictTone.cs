namespace Lossary.Reports;

/// <summary>How a verdict is to be read at first glance.</summary>
public enum VerdictTone
{
    /// <summary>There is a winner.</summary>
    Clear,

    /// <summary>There is no real difference.</summary>
    Tie,

    /// <summary>Something needs care before the answer is used.</summary>
    Caution,
}
