namespace Lossary.Training;

/// <summary>What happened in one epoch.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainingLoss">The mean loss of the epoch's batches, each before its step; without penalties.</param>
/// <param name="ValidationScore">The score after the epoch; the training loss where there is no validation.</param>
/// <param name="GradientNorm">The mean of the batches' gradient norms, with penalties, before clipping.</param>
public sealed record EpochRecord(int Epoch, double TrainingLoss, double ValidationScore, double GradientNorm)
{
    /// <summary>
    /// The same for the weights of each layer that has any, first to last, biases left out; the mean over every
    /// sixteenth batch, beginning with the first.
    /// </summary>
    public IReadOnlyList<double> LayerGradientNorms { get; init; } = [];
}
