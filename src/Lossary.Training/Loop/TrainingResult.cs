namespace Lossary.Training;

/// <summary>How a training went. Whatever stopped it, the network holds the weights of the best epoch.</summary>
public sealed record TrainingResult
{
    /// <summary>How many epochs were completed.</summary>
    public required int Epochs { get; init; }

    /// <summary>
    /// The epoch with the lowest score, counted from 1; 0 where none was completed, and the weights are the initial
    /// ones.
    /// </summary>
    public required int BestEpoch { get; init; }

    /// <summary>The lowest score; NaN where no epoch was completed.</summary>
    public required double BestScore { get; init; }

    /// <summary>Why it ended.</summary>
    public required StopReason Stopped { get; init; }

    /// <summary>
    /// Where it diverged, what was not finite, with epoch, step and gradient norm; null where it did not.
    /// </summary>
    public string? Failure { get; init; }

    /// <summary>Every completed epoch, in order.</summary>
    public required IReadOnlyList<EpochRecord> History { get; init; }
}
