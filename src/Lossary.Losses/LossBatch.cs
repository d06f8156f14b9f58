namespace Lossary.Losses;

/// <summary>
/// One evaluation: inputs, and the outputs that are wanted. Empty spans are absent; all others have one length.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct LossBatch<T>
    where T : unmanaged
{
    /// <summary>A batch of whole rows of one sample each.</summary>
    public LossBatch()
    {
    }

    /// <summary>Shape [n]; raw, before any link.</summary>
    public required ReadOnlySpan<T> Predictions { get; init; }

    /// <summary>Shape [n].</summary>
    public required ReadOnlySpan<T> Targets { get; init; }

    /// <summary>Shape [n] or empty; not negative. A sample of weight 0 is out, even if its loss is NaN.</summary>
    public ReadOnlySpan<T> Weights { get; init; }

    /// <summary>Shape [n] or empty; false is out, whatever stands there.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>Shape [n] or empty; receives each sample's weighted loss, unreduced.</summary>
    public Span<T> Values { get; init; }

    /// <summary>
    /// Shape [n] or empty; receives the gradient of the reduced loss. May be the predictions themselves.
    /// </summary>
    public Span<T> Gradient { get; init; }

    /// <summary>
    /// Shape [n] or empty, only with a gradient; receives the diagonal of the Hessian of the reduced loss.
    /// </summary>
    public Span<T> Curvature { get; init; }

    /// <summary>What gradient and curvature are scaled for, and what <see cref="Totals.Mean"/> divides by.</summary>
    public Reduction Reduction { get; init; } = Reduction.Mean;

    /// <summary>How many samples make a row, for <see cref="Reduction.MeanOverRows"/> only.</summary>
    public int RowLength { get; init; } = 1;
}
