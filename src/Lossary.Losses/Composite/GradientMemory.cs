namespace Lossary.Losses;

/// <summary>
/// GEM: the step nearest to the first task's gradient that makes none of the others, memories, worse.
/// </summary>
/// <remarks>
/// <code>
/// w = argmin of ‖g₀ + Σ vᵢ gᵢ‖² over all vᵢ ≥ γ        w₀ = 1
/// </code>
/// The first task is the one that is learnt; the others are the losses on what is kept of earlier ones. With one memory
/// of all of them it is A-GEM: g₀ less what it has against the memory's gradient. Reference: D. Lopez-Paz, M. Ranzato,
/// Gradient Episodic Memory for Continual Learning, 2017, arXiv:1706.08840; A. Chaudhry, M. Ranzato, M. Rohrbach, M.
/// Elhoseiny, Efficient Lifelong Learning with A-GEM, 2019, arXiv:1812.00420.
/// </remarks>
/// <param name="margin">γ: how much each memory counts even where nothing is against it; not negative.</param>
public sealed class GradientMemory(double margin = 0) : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        TaskChecks.Check(this, state, weights);
        weights.Fill(margin);
        if (weights.Length > 0)
        {
            weights[0] = 1;
            LowerBounds.Minimise(state.Products, weights, 10_000);
        }
    }
}
