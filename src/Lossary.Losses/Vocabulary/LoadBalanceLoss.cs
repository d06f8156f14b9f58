using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Keeps a router from sending all tokens to the same experts.</summary>
/// <remarks>
/// <code>
/// L = K Σ_e f_e P_e
/// </code>
/// with f the share of the tokens whose largest score is an expert's, which is held constant, and P the expert's mean
/// probability; 1 where all is even. Reference: W. Fedus, B. Zoph, N. Shazeer, "Switch Transformers", 2021,
/// arXiv:2101.03961.
/// </remarks>
public readonly struct LoadBalanceLoss : IGraphLoss<LoadBalanceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "load-balance",
        Title = "load balance of experts",
        Use = "Mixtures of experts, added with a weight of about 0.01: tokens spread over all experts.",
        Avoid = "It stands alone or weighs much: it says nothing of which expert is right.",
        Reference = "W. Fedus, B. Zoph, N. Shazeer, Switch Transformers: Scaling to Trillion Parameter Models, 2021, "
            + "arXiv:2101.03961",
        Latex = @"K \sum_e f_e P_e",
        Aliases = ["moe-load-balance", "router-auxiliary"],
        Names = new() { Chinese = "专家负载均衡损失" },
        Tasks = LossTask.Sequence | LossTask.Regularisation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the router's score of each expert") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logits"], shares = tape.Rent(new Shape(logits.Shape[1]));
        int rows = logits.Shape[0], experts = logits.Shape[1];
        int[] counts = new int[experts];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> scores = logits.Values.Slice(row * experts, experts);
            int largest = 0;
            for (int expert = 1; expert < experts; expert++)
            {
                largest = scores[expert] > scores[largest] ? expert : largest;
            }

            counts[largest]++;
        }

        // Counted whole: a float that grows by the same small step over and over drifts.
        for (int expert = 0; expert < experts; expert++)
        {
            shares.Values[expert] = T.CreateTruncating((double)experts * counts[expert] / rows / rows);
        }

        return new(tape.Sum(tape.Multiply(tape.Sum(tape.Softmax(logits), [0]), shares)));
    }
}
