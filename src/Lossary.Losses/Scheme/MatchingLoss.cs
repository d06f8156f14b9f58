using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Minus the logarithm of the attention that the true class's known samples get.</summary>
/// <remarks>
/// <code>
/// a = softmax over all known samples of cos(q, s)        L = −ln Σⱼ a_yj
/// </code>
/// Reference: O. Vinyals et al., Matching Networks for One Shot Learning, 2016, arXiv:1606.04080.
/// </remarks>
public readonly struct MatchingLoss : IGraphLoss<MatchingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "matching",
        Title = "matching network",
        Use = "Classes of which a few samples each are known: the known samples vote by their likeness.",
        Avoid = "Classes have many known samples: prototypical needs only their means.",
        Reference = "O. Vinyals et al., Matching Networks for One Shot Learning, 2016, arXiv:1606.04080",
        Latex = @"-\ln \sum_j a_{y j},\quad a = \operatorname{softmax}(\cos(q, s_{k j}))",
        Names = new() { Chinese = "匹配网络损失" },
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
        Tensor<T> support = inputs["support"];
        int classes = support.Shape[0], shots = support.Shape[1], n = inputs.Extent("n");
        Tensor<T> known = tape.NormaliseRows(tape.Reshape(support, new Shape(classes * shots, support.Shape[2])));
        Tensor<T> cosines = tape.Product(tape.NormaliseRows(inputs["query"]), false, known, true);
        Tensor<T> votes = tape.Reshape(tape.LogSoftmax(cosines), new Shape(n, classes, shots));
        Tensor<T> logits = tape.LogSumExp(votes, [-1]);
        return new(tape.Negate(tape.Pick(logits, tape.OneHot<T>(inputs.Whole(tape, "target"), classes))));
    }
}
