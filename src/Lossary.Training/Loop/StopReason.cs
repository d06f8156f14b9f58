namespace Lossary.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were done.</summary>
    Completed,

    /// <summary>The score had not become better for as long as patience lasts.</summary>
    EarlyStopping,

    /// <summary>
    /// A loss, gradient, weight or score was NaN or infinite, or a prediction left the loss's domain.
    /// </summary>
    Diverged,

    /// <summary>The caller cancelled it.</summary>
    Cancelled,
}
