namespace Lossary.Losses;

/// <summary>Weights by how much each loss varies beside its mean: a loss that no longer moves is satisfied.</summary>
/// <remarks>
/// <code>
/// ℓᵢ = Lᵢ / mean of Lᵢ so far        wᵢ = (σᵢ/μᵢ of ℓᵢ so far) / Σ
/// </code>
/// The first step weighs all alike. Reference: R. Groenendijk, S. Karaoglu, T. Gevers, T. Mensink, Multi-Loss Weighting
/// with Coefficient of Variations, 2021, arXiv:2009.01717.
/// </remarks>
public sealed class VariationWeights : ITaskWeighting
{
    private int _count;
    private double[] _losses = [];
    private double[] _means = [];
    private double[] _squares = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "a coefficient of variation");
        if (_losses.Length != tasks)
        {
            (_count, _losses, _means, _squares) = (0, state.Losses.ToArray(), new double[tasks], new double[tasks]);
        }

        _count++;
        double sum = 0;
        for (int i = 0; i < tasks; i++)
        {
            // Welford's running variance of the ratios; the mean of the losses is that before this step.
            double ratio = state.Losses[i] / _losses[i], off = ratio - _means[i];
            _means[i] += off / _count;
            _squares[i] += off * (ratio - _means[i]);
            _losses[i] += (state.Losses[i] - _losses[i]) / _count;
            weights[i] = Math.Sqrt(_squares[i] / _count) / _means[i];
            sum += weights[i];
        }

        for (int i = 0; i < tasks; i++)
        {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / tasks;
        }
    }
}
