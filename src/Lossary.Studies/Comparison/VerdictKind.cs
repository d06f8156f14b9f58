namespace Lossary.Studies;

/// <summary>How clear a verdict is.</summary>
public enum VerdictKind
{
    /// <summary>One loss is better than every other, and the gaps are real.</summary>
    Winner,

    /// <summary>Only one loss can be judged: there is nothing to hold it against.</summary>
    OnlyOne,

    /// <summary>Several cannot be told apart, but are better than the rest.</summary>
    SharedLead,

    /// <summary>No loss can be told apart from the best.</summary>
    NoDifference,

    /// <summary>Every candidate diverged, or cannot be judged by the metric.</summary>
    NothingToJudge,
}
