namespace Lossary.Studies;

/// <summary>How far a comparison has come.</summary>
/// <param name="Done">Trainings that are finished.</param>
/// <param name="Total">Trainings in all: losses × folds × repeats.</param>
/// <param name="Objective">What was trained last.</param>
public readonly record struct ComparisonProgress(int Done, int Total, string Objective)
{
    /// <summary>How many of those that are done were found in the log, and took no time.</summary>
    public int Found { get; init; }
}
