namespace Lossary.Losses;

/// <summary>
/// One evaluation over rows of scores: inputs, and the outputs that are wanted. Empty spans are absent.
/// </summary>
/// <remarks>Either <see cref="Targets"/> or <see cref="Shares"/> is present, not both.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct ClassBatch<T>
    where T : unmanaged
{
    /// <summary>A batch that ignores no class.</summary>
    public ClassBatch()
    {
    }

    /// <summary>Shape [n, classes], row by row: logits, or whatever the loss says.</summary>
    public required ReadOnlySpan<T> Scores { get; init; }

    /// <summary>The number of classes; at least 1.</summary>
    public required int Classes { get; init; }

    /// <summary>Shape [n] or empty: class numbers 0 … classes − 1, or <see cref="IgnoredClass"/>.</summary>
    public ReadOnlySpan<int> Targets { get; init; }

    /// <summary>Shape [n, classes] or empty: what share of each row's target each class has; not negative.</summary>
    public ReadOnlySpan<T> Shares { get; init; }

    /// <summary>Shape [classes] or empty; not negative.</summary>
    public ReadOnlySpan<T> ClassWeights { get; init; }

    /// <summary>Shape [n] or empty; not negative. A row of weight 0 is out, even if its loss is NaN.</summary>
    public ReadOnlySpan<T> Weights { get; init; }

    /// <summary>Shape [n] or empty; false is out, whatever stands there.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>A target that means "leave this row out".</summary>
    public int IgnoredClass { get; init; } = -100;

    /// <summary>Shape [n] or empty; receives each row's weighted loss, unreduced.</summary>
    public Span<T> Values { get; init; }

    /// <summary>
    /// Shape [n, classes] or empty; receives the gradient of the reduced loss. May be the scores themselves.
    /// </summary>
    public Span<T> Gradient { get; init; }

    /// <summary>
    /// Shape [n, classes] or empty; receives the exact second derivatives of the reduced loss by each score: the
    /// diagonal of its Hessian. Apart from the scores.
    /// </summary>
    public Span<T> Curvature { get; init; }

    /// <summary>What the gradient is scaled for, and what <see cref="Totals.Mean"/> divides by.</summary>
    /// <remarks>
    /// <see cref="Reduction.Mean"/> divides by Σ wᵢ · (class weight of the target), or Σ wᵢ for shares;
    /// <see cref="Reduction.MeanOverCount"/> and <see cref="Reduction.MeanOverRows"/> by the number of rows that count.
    /// </remarks>
    public Reduction Reduction { get; init; } = Reduction.Mean;
}
