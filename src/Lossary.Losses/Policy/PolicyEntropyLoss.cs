using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A policy is to keep trying: the negative entropy of the distribution that its logits mean.</summary>
/// <remarks>
/// <code>
/// L = Σₖ pₖ ln pₖ     with p = softmax(z)
/// </code>
/// Reference: R. J. Williams, J. Peng, Function Optimization Using Connectionist Reinforcement Learning Algorithms,
/// 1991, doi:10.1080/09540099108946587.
/// </remarks>
public readonly struct PolicyEntropyLoss : IGraphLoss<PolicyEntropyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "policy-entropy",
        Title = "entropy bonus",
        Use = "Added to a policy's objective so that it does not settle too early.",
        Avoid = "The policy should settle: a constant weight keeps it random to the end. Let the weight fall to 0.",
        Reference = "R. J. Williams, J. Peng, Function Optimization Using Connectionist Reinforcement Learning "
            + "Algorithms, 1991, doi:10.1080/09540099108946587",
        Latex = @"\sum_k p_k \ln p_k",
        Aliases = ["entropy-bonus"],
        Names = new() { Chinese = "策略熵正则" },
        Tasks = LossTask.Reinforcement,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the actions' logits") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logits"];
        Tensor<T> products = tape.Multiply(tape.Softmax(logits), tape.LogSoftmax(logits));
        return new(tape.Sum(products, [-1]));
    }
}
