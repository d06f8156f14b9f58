namespace Lossary.Data;

/// <summary>What is to be predicted of a row.</summary>
public enum TaskKind
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>How often something happened: 0, 1, 2, …</summary>
    Counts,

    /// <summary>Which of two classes.</summary>
    Binary,

    /// <summary>Which of three or more classes.</summary>
    MultiClass,
}
