namespace Lossary.Losses;

/// <summary>More weight to the tasks whose losses fall slowest.</summary>
/// <remarks>
/// <code>
/// wᵢ = T softmaxᵢ(rᵢ / τ)        rᵢ = the last loss over the one before
/// </code>
/// The first two steps weigh all alike. Feed it means over epochs: those of single batches are noise. Reference:
/// S. Liu, E. Johns, A. J. Davison, End-to-End Multi-Task Learning with Attention, 2019, arXiv:1803.10704.
/// </remarks>
/// <param name="temperature">τ; positive: large ones weigh evenly.</param>
public sealed class DynamicWeightAverage(double temperature = 2) : ITaskWeighting
{
    private double[] _last = [];
    private double[] _before = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "a dynamic weight average");
        weights.Fill(1);
        if (_before.Length == tasks)
        {
            double[] rates = [.. _last.Zip(_before, (last, before) => last / before / temperature)];
            TaskChecks.Softmax(rates, tasks, weights);
        }

        _before = _last;
        _last = state.Losses.ToArray();
    }
}
