using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The triplet loss without a margin and without a kink: a softplus of the difference of the distances.
/// </summary>
/// <remarks>
/// <code>
/// L = ln(1 + e^(d(a, p) − d(a, q)))
/// </code>
/// It keeps pulling after the triplet is in order. Reference: A. Hermans, L. Beyer and B. Leibe, "In Defense of the
/// Triplet Loss for Person Re-Identification", 2017, arXiv:1703.07737.
/// </remarks>
public readonly struct SoftMarginTripletLoss : IGraphLoss<SoftMarginTripletLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-margin-triplet",
        Title = "soft-margin triplet",
        Use = "Embeddings by triplets where no margin is known.",
        Avoid = "Pulling on and on collapses a class to a point: the margin of triplet stops it.",
        Reference = "A. Hermans, L. Beyer, B. Leibe, In Defense of the Triplet Loss for Person "
            + "Re-Identification, 2017, arXiv:1703.07737",
        Latex = @"\ln\big(1 + e^{\lVert a - p\rVert - \lVert a - q\rVert}\big)",
        Aliases = ["smooth-triplet"],
        Names = new() { Chinese = "软间隔三元组损失" },
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Anchor,
        PairInputs.Positive,
        PairInputs.Negative,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> positive = new PowerDistance(2).Between(tape, inputs["anchor"], inputs["positive"]);
        Tensor<T> negative = new PowerDistance(2).Between(tape, inputs["anchor"], inputs["negative"]);
        return new(tape.Formula(default(DistanceSoftplus), positive, negative));
    }
}
