namespace Lossary.Losses;

/// <summary>
/// One loss is minimised while the others, constraints, are to be at most 0: an augmented Lagrangian.
/// </summary>
/// <remarks>
/// <code>
/// L = L₀ + Σ (max(0, λᵢ + ρ cᵢ)² − λᵢ²) / (2 ρ)        w₀ = 1, wᵢ = ∂L/∂cᵢ = max(0, λᵢ + ρ cᵢ)
/// λᵢ ← max(0, λᵢ + η cᵢ)        after each step
/// </code>
/// The first task is the loss; give each other as the constraint's value: error − 0.1 for an error of at most 0.1.
/// Without learning (η = 0) it is a quadratic penalty, which is met only for an endless ρ. Reference: R. T.
/// Rockafellar, "A Dual Approach to Solving Nonlinear Programming Problems by Unconstrained Optimization", Mathematical
/// Programming 5 (1973), doi:10.1007/BF01580138.
/// </remarks>
/// <param name="penalty">ρ; positive.</param>
/// <param name="learningRate">η; not negative.</param>
public sealed class ConstraintWeights(double penalty = 1, double learningRate = 0.1) : ITaskWeighting
{
    private double[] _multipliers = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <summary>λ, what each constraint costs by now; empty before the first step, 0 for the loss itself.</summary>
    public IReadOnlyList<double> Multipliers => _multipliers;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        ArgumentOutOfRangeException.ThrowIfNegative(learningRate);
        int tasks = TaskChecks.Check(this, state, weights);
        if (_multipliers.Length != tasks)
        {
            _multipliers = new double[tasks];
        }

        for (int i = 0; i < tasks; i++)
        {
            double value = state.Losses[i];
            weights[i] = i == 0 ? 1 : Math.Max(0, _multipliers[i] + (penalty * value));
            _multipliers[i] = i == 0 ? 0 : Math.Max(0, _multipliers[i] + (learningRate * value));
        }
    }
}
