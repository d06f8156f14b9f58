namespace Lossary.Losses;

/// <summary>IMTL-G: the mixture of gradients that has the same share along each of them.</summary>
/// <remarks>
/// The weights solve Σⱼ wⱼ gⱼ · (g₁/‖g₁‖ − gᵢ/‖gᵢ‖) = 0 for all i &gt; 1 and sum to 1; they may be negative. Where the
/// equations have no one solution (parallel gradients, one of zeros) all weigh alike. Reference: L. Liu et al.,
/// Towards Impartial Multi-task Learning, ICLR 2021.
/// </remarks>
public sealed class ImpartialWeights : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[,] system = new double[tasks, tasks + 1];
        for (int j = 0; j < tasks; j++)
        {
            system[0, j] = 1;
            for (int i = 1; i < tasks; i++)
            {
                double first = Math.Sqrt(state.Products[0]), own = Math.Sqrt(state.Products[(i * tasks) + i]);
                system[i, j] = (state.Products[j] / first) - (state.Products[(i * tasks) + j] / own);
            }
        }

        system[0, tasks] = 1;
        if (!LinearSystem.TrySolve(system, weights))
        {
            weights.Fill(1.0 / tasks);
        }
    }
}
