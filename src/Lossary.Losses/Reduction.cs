namespace Lossary.Losses;

/// <summary>How a batch's losses become one number, and what its gradient is scaled by.</summary>
public enum Reduction
{
    /// <summary>Σ wᵢ Lᵢ: divided by 1.</summary>
    Sum,

    /// <summary>Σ wᵢ Lᵢ / Σ wᵢ: divided by the weights, or the number, of the samples that count.</summary>
    Mean,

    /// <summary>Σ wᵢ Lᵢ / n: divided by the number of samples that count, whatever their weights.</summary>
    MeanOverCount,

    /// <summary>
    /// Divided by the number of rows, <see cref="LossBatch{T}.RowLength"/> samples each (PyTorch's "batchmean").
    /// </summary>
    MeanOverRows,
}
