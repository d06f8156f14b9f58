namespace Lossary.Losses;

/// <summary>GradNorm: weights that are learnt so that all tasks train at one rate.</summary>
/// <remarks>
/// With norms Gᵢ = wᵢ ‖gᵢ‖ and rates rᵢ = (Lᵢ/Lᵢ⁰) / mean, each step moves the weights down the slope of
/// <code>
/// Σ |Gᵢ − Ḡ rᵢ^α|        Ḡ the mean norm, its product with the rate a constant
/// </code>
/// by their sign times ‖gᵢ‖, and scales them to the sum T. Reference: Z. Chen, V. Badrinarayanan, C.-Y. Lee,
/// A. Rabinovich, GradNorm: Gradient Normalization for Adaptive Loss Balancing, 2018, arXiv:1711.02257.
/// </remarks>
/// <param name="alpha">α: how strongly slow tasks are pushed; 0 makes all norms equal.</param>
/// <param name="learningRate">The step of the weights; positive.</param>
public sealed class GradientNormalisation(double alpha = 1.5, double learningRate = 0.025) : ITaskWeighting
{
    private const double Least = 1e-3;

    private double[] _first = [];
    private double[] _weights = [];

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "gradient normalisation");
        if (_first.Length != tasks)
        {
            _first = state.Losses.ToArray();
            _weights = [.. Enumerable.Repeat(1.0, tasks)];
        }

        Learn(state);
        _weights.CopyTo(weights);
    }

    private void Learn(in TaskState state)
    {
        int tasks = _weights.Length;
        double[] norms = new double[tasks], rates = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            norms[i] = Math.Sqrt(state.Products[(i * tasks) + i]);
            rates[i] = state.Losses[i] / _first[i];
        }

        double meanRate = rates.Average(), meanNorm = norms.Zip(_weights, (norm, weight) => norm * weight).Average();
        for (int i = 0; i < tasks; i++)
        {
            double gap = (_weights[i] * norms[i]) - (meanNorm * Math.Pow(rates[i] / meanRate, alpha));
            _weights[i] = Math.Max(Least, _weights[i] - (learningRate * Math.Sign(gap) * norms[i]));
        }

        double sum = _weights.Sum();
        for (int i = 0; i < tasks; i++)
        {
            _weights[i] *= tasks / sum;
        }
    }
}
