namespace Lossary.Studies;

/// <summary>What rows are divided by.</summary>
public enum SegmentKind
{
    /// <summary>Fifths of the target.</summary>
    Target,

    /// <summary>Classes of the target.</summary>
    Class,

    /// <summary>The values of another column.</summary>
    Column,
}
