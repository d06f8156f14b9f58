using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Weights drawn anew at every step: what a cleverer method has to beat.</summary>
/// <remarks>
/// The softmax of normal numbers. Reference: B. Lin, F. Ye, Y. Zhang, I. W. Tsang, Reasonable Effectiveness of Random
/// Weighting, 2022, arXiv:2111.10603.
/// </remarks>
/// <param name="random">Where the weights come from.</param>
public sealed class RandomTaskWeights(RandomStream random) : ITaskWeighting
{
    private readonly RandomStream _random = random;

    /// <inheritdoc/>
    public bool NeedsProducts => false;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[] numbers = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            numbers[i] = _random.NextNormal();
        }

        TaskChecks.Softmax(numbers, 1, weights);
    }
}
