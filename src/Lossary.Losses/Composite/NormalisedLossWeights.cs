namespace Lossary.Losses;

/// <summary>Each loss over what it was at first, or over its running mean: so all begin, or stay, near 1.</summary>
/// <remarks>
/// <code>
/// wᵢ = 1/mᵢ        mᵢ ← β mᵢ + (1 − β) Lᵢ, from the first loss on
/// </code>
/// A memory of 1 keeps the first losses for good; then the weights are constant and units are all one. With less, what
/// has become small counts as much as what has not.
/// </remarks>
/// <param name="memory">β: 0 to 1, both in.</param>
public sealed class NormalisedLossWeights(double memory = 1) : ITaskWeighting
{
    private readonly double _memory = memory is >= 0 and <= 1
        ? memory
        : throw new ArgumentOutOfRangeException(nameof(memory), memory, "memory must be in 0 to 1.");

    private double[] _means = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "a share of itself");
        if (_means.Length != tasks)
        {
            _means = state.Losses.ToArray();
        }

        for (int i = 0; i < tasks; i++)
        {
            _means[i] += (1 - _memory) * (state.Losses[i] - _means[i]);
            weights[i] = 1 / _means[i];
        }
    }
}
