namespace Lossary.Studies;

/// <summary>Where a comparison keeps each training that is done, so that one that was interrupted can go on.</summary>
/// <remarks>Called from several threads, one at a time.</remarks>
public interface ITrainingLog
{
    /// <summary>What came of a training in an earlier run; null where it is still to be done.</summary>
    /// <param name="objective">The objective's name.</param>
    /// <param name="repeat">Which repeat, from 0.</param>
    /// <param name="fold">Which fold of it, from 0.</param>
    FoldOutcome? Find(string objective, int repeat, int fold);

    /// <summary>Keeps what came of a training.</summary>
    /// <param name="objective">The objective's name.</param>
    /// <param name="outcome">What came of it.</param>
    void Add(string objective, FoldOutcome outcome);
}
