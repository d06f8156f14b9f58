namespace Lossary.Losses;

/// <summary>FAMO: weights under which the losses fall at one rate, learnt from the losses alone.</summary>
/// <remarks>
/// <code>
/// wᵢ = c zᵢ / ℓᵢ,  z = softmax(ξ),  Σ w = 1        ξ ← ξ − β (J (ln ℓ − ln ℓ′) + γ ξ)
/// </code>
/// with ℓ the losses less the least that they can be, ℓ′ those after the step and J = ∂z/∂ξ. No gradient of a single
/// task is needed. The losses of the next call stand for those after the step: with small batches, feed means over
/// several. Reference: B. Liu, Y. Feng, P. Stone, Q. Liu, FAMO: Fast Adaptive Multitask Optimization, 2023,
/// arXiv:2306.03792.
/// </remarks>
/// <param name="learningRate">β; positive.</param>
/// <param name="decay">γ: how fast weights go back to equal ones; not negative.</param>
/// <param name="least">Shape [tasks]; the least that each loss can be. None stands for zeros.</param>
public sealed class FastAdaptiveWeights(double learningRate = 0.025, double decay = 0.01, params double[] least)
    : ITaskWeighting
{
    private readonly double[] _least = [.. least];
    private double[] _logits = [];
    private double[] _shares = [];
    private double[] _last = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(decay);
        int tasks = TaskChecks.Check(this, state, weights);
        double[] logs = Logarithms(state.Losses);
        if (_logits.Length == tasks)
        {
            Learn(logs);
        }
        else
        {
            (_logits, _shares) = (new double[tasks], new double[tasks]);
        }

        _last = logs;
        TaskChecks.Softmax(_logits, 1, _shares);
        double[] powers = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            powers[i] = Math.Log(_shares[i]) - logs[i];
        }

        TaskChecks.Softmax(powers, 1, weights);
    }

    private double[] Logarithms(ReadOnlySpan<double> losses)
    {
        double[] above = losses.ToArray();
        if (_least.Length > 0)
        {
            TaskChecks.Length(_least.Length, above.Length, nameof(least));
            above = [.. above.Zip(_least, (loss, floor) => loss - floor)];
        }

        TaskChecks.Positive(above, "FAMO, less the least that it can be,");
        return Array.ConvertAll(above, Math.Log);
    }

    /// <summary>One step of the logits, by how much each logarithm has fallen.</summary>
    private void Learn(double[] logs)
    {
        double mean = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            mean += _shares[i] * (_last[i] - logs[i]);
        }

        for (int i = 0; i < logs.Length; i++)
        {
            double slope = _shares[i] * (_last[i] - logs[i] - mean);
            _logits[i] -= learningRate * (slope + (decay * _logits[i]));
        }
    }
}
