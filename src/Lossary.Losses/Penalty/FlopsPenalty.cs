using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The sum over terms of the squared mean activation: how many products a search takes.</summary>
/// <remarks>
/// <code>
/// L = λ Σⱼ (Σᵢ |aᵢⱼ| / n)²
/// </code>
/// Reference: B. Paria et al., Minimizing FLOPs to Learn Efficient Sparse Representations, 2020, arXiv:2004.05665.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct FlopsPenalty(double strength) : IGraphLoss<FlopsPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.001, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "flops",
        Title = "FLOPS sparsity",
        Use = "Sparse representations for an inverted index: every term is to be active for few samples.",
        Avoid = "Every sample needs as many terms, whichever: an L1 penalty is simpler.",
        Reference = "B. Paria et al., Minimizing FLOPs to Learn Efficient Sparse Representations, 2020, "
            + "arXiv:2004.05665",
        Latex = @"\lambda \sum_j \left(\frac{1}{n} \sum_i |a_{ij}|\right)^2",
        Aliases = ["splade"],
        Names = new() { Chinese = "FLOPS稀疏正则化" },
        Translations =
        [
            new("sentence_transformers.sparse_encoder.losses.FlopsLoss()", "flops:strength=1"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("activation", "a", InputKind.Real, "n, d", "the samples' weights of the terms") { IsDifferentiable = true },
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Scale(tape.Sum(tape.Square(tape.Mean(tape.Abs(inputs["activation"]), [0]))), Strength.Value));
    }
}
