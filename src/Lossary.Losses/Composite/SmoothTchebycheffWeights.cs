namespace Lossary.Losses;

/// <summary>
/// The weights of a smooth maximum over the losses: the worst task leads, and the others are not forgotten.
/// </summary>
/// <remarks>
/// <code>
/// L = μ ln Σ e^(pᵢ (Lᵢ − zᵢ)/μ)        wᵢ = ∂L/∂Lᵢ = pᵢ softmaxᵢ(pⱼ (Lⱼ − zⱼ)/μ)
/// </code>
/// Every mixture of losses that nothing beats in all of them is reached by some preferences, also where no weighted sum
/// does. Reference: X. Lin, X. Zhang, Z. Yang, F. Liu, Z. Wang, Q. Zhang, Smooth Tchebycheff Scalarization for
/// Multi-Objective Optimization, 2024, arXiv:2402.19078.
/// </remarks>
/// <param name="smoothness">μ; positive: small ones are nearer to the maximum.</param>
/// <param name="preferences">Shape [tasks]; p, how much each task counts. None stands for ones.</param>
public sealed class SmoothTchebycheffWeights(double smoothness = 1, params double[] preferences) : ITaskWeighting
{
    private readonly double[] _preferences = [.. preferences];

    /// <summary>Shape [tasks]; z, the least that each loss can be.</summary>
    /// <value>None: zeros.</value>
    public IReadOnlyList<double> Ideal { get; init; } = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smoothness);
        int tasks = TaskChecks.Check(this, state, weights);
        double[] shares = _preferences.Length == 0 ? [.. Enumerable.Repeat(1.0, tasks)] : _preferences;
        TaskChecks.Length(shares.Length, tasks, nameof(preferences));
        TaskChecks.Length(Ideal.Count == 0 ? tasks : Ideal.Count, tasks, nameof(Ideal));
        double[] powers = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            powers[i] = shares[i] * (state.Losses[i] - (Ideal.Count == 0 ? 0 : Ideal[i])) / smoothness;
        }

        TaskChecks.Softmax(powers, 1, weights);
        for (int i = 0; i < tasks; i++)
        {
            weights[i] *= shares[i];
        }
    }
}
