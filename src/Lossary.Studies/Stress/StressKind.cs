namespace Lossary.Studies;

/// <summary>A trouble that is put into the rows that train.</summary>
public enum StressKind
{
    /// <summary>A share of the targets is replaced by values far above the rest.</summary>
    HighOutliers,

    /// <summary>
    /// A share of the targets is replaced by values far above or far below the rest, by the toss of a coin.
    /// </summary>
    OutliersOnBothSides,

    /// <summary>A share of the labels is replaced by any other class, each as likely as the next.</summary>
    WrongLabels,

    /// <summary>Of the smallest class only a share of the rows is kept.</summary>
    RareClass,

    /// <summary>Only a share of the rows is kept.</summary>
    FewRows,
}
