namespace Lossary.Training;

/// <summary>How the peaks of a <see cref="CyclicSchedule"/> change.</summary>
public enum CycleShape
{
    /// <summary>All peaks are alike.</summary>
    Triangular,

    /// <summary>Each peak is half as high as the one before.</summary>
    Halving,

    /// <summary>The height shrinks by a factor with each step.</summary>
    Shrinking,
}
