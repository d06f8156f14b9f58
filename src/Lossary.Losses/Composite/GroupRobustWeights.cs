namespace Lossary.Losses;

/// <summary>Group DRO: weights that follow the worst of several groups, or tasks.</summary>
/// <remarks>
/// <code>
/// qᵢ ← qᵢ e^(η Lᵢ) / Σ        from 1/T
/// </code>
/// Reference: S. Sagawa, P. W. Koh, T. B. Hashimoto, P. Liang, Distributionally Robust Neural Networks for Group
/// Shifts, 2020, arXiv:1911.08731.
/// </remarks>
/// <param name="eta">η, how fast the weights follow; positive.</param>
public sealed class GroupRobustWeights(double eta = 0.01) : ITaskWeighting
{
    private double[] _logs = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(eta);
        int tasks = TaskChecks.Check(this, state, weights);
        _logs = _logs.Length == tasks ? _logs : new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            _logs[i] += eta * state.Losses[i];
        }

        TaskChecks.Softmax(_logs, 1, weights);
    }
}
