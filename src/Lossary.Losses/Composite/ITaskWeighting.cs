namespace Lossary.Losses;

/// <summary>A method of training several tasks at once: from losses and gradients to a weight for each task.</summary>
/// <remarks>
/// The step is along Σ wᵢ gᵢ. Also methods that project gradients end in such a sum, and find its weights from the
/// gradients' inner products alone. A method that learns or remembers keeps that to itself: one object, one training.
/// </remarks>
public interface ITaskWeighting
{
    /// <summary>
    /// Whether <see cref="TaskState.Products"/> must be given: each task's gradient by itself costs a backward pass.
    /// </summary>
    bool NeedsProducts { get; }

    /// <summary>The weights for the step.</summary>
    /// <param name="state">The tasks as they are.</param>
    /// <param name="weights">Shape [tasks]; receives the weights.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the products are missing.</exception>
    void Weigh(in TaskState state, Span<double> weights);
}
