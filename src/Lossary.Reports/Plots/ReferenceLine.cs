namespace Lossary.Reports;

/// <summary>A line to hold the data against.</summary>
public enum ReferenceLine
{
    /// <summary>None.</summary>
    None,

    /// <summary>Where both axes have the same value: perfect prediction, perfect calibration.</summary>
    Diagonal,

    /// <summary>Where the vertical axis is zero: no residual.</summary>
    Zero,
}
