using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy whose logits are minus the squared distances to the classes' means.</summary>
/// <remarks>
/// <code>
/// cₖ = mean of class k's support        L = CE(−‖q − cₖ‖², y)
/// </code>
/// Reference: J. Snell, K. Swersky, R. Zemel, Prototypical Networks for Few-shot Learning, 2017, arXiv:1703.05175.
/// </remarks>
public readonly struct PrototypicalLoss : IGraphLoss<PrototypicalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "prototypical",
        Title = "prototypical network",
        Use = "Classes of which a few samples each are known: a sample belongs to the nearest mean.",
        Avoid = "A class falls into several groups: their mean lies in none. matching lets each sample vote.",
        Reference = "J. Snell, K. Swersky, R. Zemel, Prototypical Networks for Few-shot Learning, 2017, "
            + "arXiv:1703.05175",
        Latex = @"\operatorname{CE}\left(-\|q - c_k\|^2, y\right),\quad c_k = \frac{1}{s} \sum_j s_{kj}",
        Aliases = ["protonet"],
        Names = new() { Chinese = "原型网络损失" },
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("query", "q", InputKind.Real, "n, d", "the embeddings of the samples to tell apart")
        {
            IsDifferentiable = true,
        },
        new("support", "s", InputKind.Real, "k, s, d", "the embeddings of s known samples of each class")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prototypes = tape.Mean(inputs["support"], [1]);
        Tensor<T> logits = tape.Negate(tape.SquaredDistancesBetween(inputs["query"], prototypes));
        return new(tape.CrossEntropyRows(logits, inputs.Whole(tape, "target")));
    }
}
