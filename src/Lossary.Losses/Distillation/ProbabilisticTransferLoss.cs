using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The divergence between the chances that one sample picks another as its neighbour.</summary>
/// <remarks>
/// <code>
/// pᵢⱼ = (1 + cos(xᵢ, xⱼ)) / Σₖ (1 + cos(xᵢ, xₖ))        L = KL(pᵗᵢ ‖ pˢᵢ) for each row i
/// </code>
/// Memory is n² numbers. Each sample is its own neighbour too, as in the authors' code; similarities keep above 1e-7,
/// so that opposite samples have a logarithm. Reference: N. Passalis, A. Tefas, Learning Deep Representations with
/// Probabilistic Knowledge Transfer, 2018, doi:10.1007/978-3-030-01252-6_17.
/// </remarks>
public readonly struct ProbabilisticTransferLoss : IGraphLoss<ProbabilisticTransferLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pkt",
        Title = "probabilistic knowledge transfer",
        Use = "Embeddings for retrieval from a larger model's: neighbours are to stay neighbours.",
        Avoid = "Distances themselves count, not who is near whom: rkd-distance.",
        Reference = "N. Passalis, A. Tefas, Learning Deep Representations with Probabilistic Knowledge Transfer, "
            + "2018, doi:10.1007/978-3-030-01252-6_17",
        Latex = @"\frac{1}{n} \sum_{i, j} p^t_{ij} \ln \frac{p^t_{ij}}{p^s_{ij}},\quad p_{ij} \propto \frac{1 + "
            + @"\cos(x_i, x_j)}{2}",
        Names = new() { Chinese = "概率知识迁移" },
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Embeddings;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.KullbackLeiblerRows(Neighbours(tape, inputs["teacher"]), Neighbours(tape, inputs["student"])));
    }

    private static Tensor<T> Neighbours<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Least = 1e-7;
        Tensor<T> unit = tape.NormaliseRows(rows);
        Tensor<T> similarity = tape.Shift(tape.Product(unit, false, unit, true), 1);
        Tensor<T> logs = tape.Log(tape.Maximum(similarity, tape.Constant(new Shape(1), [T.CreateTruncating(Least)])));
        return tape.LogSoftmax(logs);
    }
}
