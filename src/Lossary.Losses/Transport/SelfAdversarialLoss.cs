using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Triples of a knowledge graph that hold are to have a small distance, made-up ones a large one; the hardest count
/// most.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln σ(γ − d) − Σᵢ wᵢ ln σ(dᵢ − γ),  w = softmax(−α d)
/// </code>
/// d is the distance of a triple that holds, dᵢ those of made-up ones; w has no gradient. Reference: Z. Sun, Z.-H.
/// Deng, J.-Y. Nie, J. Tang, RotatE: Knowledge Graph Embedding by Relational Rotation in Complex Space, 2019,
/// arXiv:1902.10197.
/// </remarks>
/// <param name="gamma">The distance that parts them; positive.</param>
/// <param name="alpha">How much more the hardest count; not negative.</param>
public readonly struct SelfAdversarialLoss(double gamma, double alpha)
    : IGraphLoss<SelfAdversarialLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 12, Domain.Positive, "the distance that parts them");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "how much more the hardest count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "self-adversarial",
        Title = "self-adversarial negative sampling",
        Use = "Embedding knowledge graphs with several made-up triples for each that holds.",
        Avoid = "Made-up triples often hold after all: a small α trusts the hardest less.",
        Reference = "Z. Sun, Z.-H. Deng, J.-Y. Nie, J. Tang, RotatE: Knowledge Graph Embedding by Relational Rotation "
            + "in Complex Space, 2019, arXiv:1902.10197",
        Latex = @"-\ln \sigma(\gamma - d) - \sum_i w_i \ln \sigma(d_i - \gamma)",
        Names = new() { Chinese = "自对抗负采样损失" },
        Tasks = LossTask.MetricLearning,
        Parameters = [GammaCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("positive", "d", InputKind.Real, "n", "the distance of each triple that holds") { IsDifferentiable = true },
        new("negative", @"d_i", InputKind.Real, "n, m", "the distances of made-up triples") { IsDifferentiable = true },
    ];

    /// <summary>The distance that parts them.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>How much more the hardest count.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> wrong = inputs["negative"];
        Tensor<T> weights = tape.Softmax(tape.Scale(tape.Detach(wrong), -Alpha.Value));
        Tensor<T> near = tape.Activate(tape.Shift(inputs["positive"], -Gamma.Value), Activation.Softplus());
        Tensor<T> far = tape.Activate(tape.Shift(tape.Negate(wrong), Gamma.Value), Activation.Softplus());
        return new(tape.Add(near, tape.Sum(tape.Multiply(weights, far), [-1])));
    }
}
