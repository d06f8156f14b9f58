namespace Lossary.Numerics;

/// <summary>Work on a run of elements that may be cut into ranges, run in any order and at the same time.</summary>
public interface IRangeJob
{
    /// <summary>Does the elements of one range; called exactly once for each.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="count">How many elements; at least 1.</param>
    void Run(int start, int count);
}
