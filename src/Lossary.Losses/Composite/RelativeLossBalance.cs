using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// ReLoBRaLo: weights by how far each loss has come, since the last step and, now and then, since the first.
/// </summary>
/// <remarks>
/// With the balance against an earlier step bᵢ(t′) = T softmaxᵢ(Lᵢ / (τ Lᵢ(t′))) and ρ 1 with the chance that is given,
/// else 0,
/// <code>
/// wᵢ ← α (ρ wᵢ + (1 − ρ) bᵢ(0)) + (1 − α) bᵢ(t − 1)
/// </code>
/// Made for networks that solve differential equations, whose terms differ by orders. Reference: R. Bischof, M. A.
/// Kraus, Multi-Objective Loss Balancing for Physics-Informed Deep Learning, 2021, arXiv:2110.09813.
/// </remarks>
/// <param name="random">Where the choice to look back comes from.</param>
/// <param name="temperature">τ; positive: large ones weigh evenly.</param>
/// <param name="memory">α: how much of the weights is kept; 0 to 1.</param>
/// <param name="chance">How often the weights are kept rather than measured from the first step; 0 to 1.</param>
public sealed class RelativeLossBalance(
    RandomStream random, double temperature = 0.1, double memory = 0.999, double chance = 0.999) : ITaskWeighting
{
    private readonly RandomStream _random = random;
    private double[] _first = [];
    private double[] _last = [];
    private double[] _weights = [];

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        int tasks = TaskChecks.Check(this, state, weights);
        TaskChecks.Positive(state.Losses, "a relative balance");
        double[] now = state.Losses.ToArray();
        if (_weights.Length != tasks)
        {
            (_first, _weights) = (now, [.. Enumerable.Repeat(1.0, tasks)]);
        }
        else
        {
            double[] kept = _random.NextDouble() < chance
                ? _weights
                : Balance(now, _first), recent = Balance(now, _last);
            _weights = [.. kept.Zip(recent, (old, fresh) => (memory * old) + ((1 - memory) * fresh))];
        }

        _last = now;
        _weights.CopyTo(weights);
    }

    private double[] Balance(double[] now, double[] before)
    {
        double[] balance = [.. now.Zip(before, (loss, earlier) => loss / earlier / temperature)];
        TaskChecks.Softmax(balance, now.Length, balance);
        return balance;
    }
}
