namespace Lossary.Losses;

/// <summary>The same weights at every step.</summary>
/// <param name="weights">Shape [tasks]; not negative.</param>
public sealed class FixedTaskWeights(params double[] weights) : ITaskWeighting
{
    private readonly double[] _weights = weights;

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        TaskChecks.Check(this, state, weights);
        TaskChecks.Length(_weights.Length, weights.Length, nameof(weights));
        _weights.CopyTo(weights);
    }
}
