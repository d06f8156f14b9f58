using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// How far two classifiers of the same features disagree: they seek samples off the known domain, the features mend
/// them.
/// </summary>
/// <remarks>
/// <code>
/// L = mean over k of |softmax(z)ₖ − softmax(z')ₖ|
/// </code>
/// The classifiers climb it on the new domain, the features descend it. Reference: K. Saito, K. Watanabe, Y. Ushiku, T.
/// Harada, Maximum Classifier Discrepancy for Unsupervised Domain Adaptation, 2018, arXiv:1712.02560.
/// </remarks>
public readonly struct ClassifierDiscrepancyLoss : IGraphLoss<ClassifierDiscrepancyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "classifier-discrepancy",
        Title = "classifier discrepancy (MCD)",
        Use = "Adapting features to a domain without labels with two classifiers on top.",
        Avoid = "One classifier: take minimum-class-confusion or mmd.",
        Reference = "K. Saito, K. Watanabe, Y. Ushiku, T. Harada, Maximum Classifier Discrepancy for Unsupervised "
            + "Domain Adaptation, 2018, arXiv:1712.02560",
        Latex = @"\frac{1}{K} \sum_k |p_k - p'_k|",
        Names = new() { Chinese = "分类器差异损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "z", InputKind.Real, "n, k", "the logits of one classifier") { IsDifferentiable = true },
        new("second", "z'", InputKind.Real, "n, k", "the logits of the other") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Mean(tape.Abs(tape.Subtract(tape.Softmax(inputs["first"]), tape.Softmax(inputs["second"]))), [-1]));
}
