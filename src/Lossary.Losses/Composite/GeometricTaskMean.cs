namespace Lossary.Losses;

/// <summary>The weights under which the step follows the geometric mean of the losses: units do not matter.</summary>
/// <remarks>
/// <code>
/// L = (Π Lᵢ)^(1/T)        wᵢ = ∂L/∂Lᵢ = L / (T Lᵢ)
/// </code>
/// Reference: S. Chennupati, G. Sistu, S. Yogamani, S. A. Rawashdeh, MultiNet++: Multi-Stream Feature Aggregation and
/// Geometric Loss Strategy for Multi-Task Learning, 2019, arXiv:1904.08492.
/// </remarks>
public sealed class GeometricTaskMean : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "a geometric mean");
        double logarithm = 0;
        foreach (double loss in state.Losses)
        {
            logarithm += Math.Log(loss) / tasks;
        }

        for (int i = 0; i < tasks; i++)
        {
            weights[i] = Math.Exp(logarithm - Math.Log(state.Losses[i])) / tasks;
        }
    }
}
