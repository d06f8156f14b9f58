using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the cosine of the angle between a predicted and a true vector: only directions count.</summary>
/// <remarks>
/// <code>
/// L = 1 − x·y / (‖x‖ ‖y‖)        1, with a gradient of 0, where a vector is 0
/// </code>
/// Reference: T. Mikolov, K. Chen, G. Corrado and J. Dean, "Efficient Estimation of Word Representations in Vector
/// Space", ICLR 2013, arXiv:1301.3781.
/// </remarks>
/// <param name="epsilon">
/// ε, added to each squared norm, as PyTorch does with 1e-12; with 0 a zero vector has a cosine and a gradient of 0.
/// </param>
public readonly struct CosineDistanceLoss(double epsilon) : IGraphLoss<CosineDistanceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0, Domain.NonNegative, "added to each squared norm; PyTorch has 1e-12");

    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosine-distance",
        Title = "cosine distance",
        Use = "Vectors whose direction counts and whose length does not: text embeddings, distilled features.",
        Avoid = "Lengths carry meaning, such as confidence; or unlike pairs exist, for it only "
            + "pulls together: cosine embedding.",
        Reference = "T. Mikolov, K. Chen, G. Corrado, J. Dean, Efficient Estimation of Word Representations in "
            + "Vector Space, 2013, arXiv:1301.3781",
        Latex = @"1 - \frac{x \cdot y}{\lVert x\rVert \, \lVert y\rVert}",
        Aliases = ["cosine", "cosine-similarity"],
        Names = new() { PyTorch = "CosineSimilarity", Chinese = "余弦距离损失" },
        Translations =
        [
            new("keras.losses.CosineSimilarity()", "cosine-distance", "−cos there") { Offset = "-1" },
            new("optax.losses.cosine_distance()", "cosine-distance"),
            new(
                "torch.nn.CosineSimilarity(eps=1e-08)",
                "cosine-distance",
                "the cosine itself; eps is a floor of the product of the lengths") { Scale = "-1", Offset = "1" },
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Left, PairInputs.Right];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new CosineDistance(_epsilon.Value).Between(tape, inputs["left"], inputs["right"]));
}
