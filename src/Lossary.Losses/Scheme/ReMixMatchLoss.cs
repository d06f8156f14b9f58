using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// MixMatch with cross entropy throughout, guesses aligned with the labels, and answers anchored to a mild change.
/// </summary>
/// <remarks>
/// <code>
/// L = CE(z, t) + λ Σₐ CE(z′ₐ, qₐ) / m + λ₁ CE(s, q̂) + λᵣ CE(y, r)
/// </code>
/// with m mixed unlabelled rows for each labelled one. The guess q̂ is the answer to the mildly changed sample, aligned
/// and sharpened by <see cref="DistributionAlignment"/>; q is mixed as in <see cref="MixMatchSteps"/>. Let λ and λ₁
/// rise from 0 over the first steps. Reference: D. Berthelot et al., ReMixMatch: Semi-Supervised Learning with
/// Distribution Alignment and Augmentation Anchoring, 2020, arXiv:1911.09785.
/// </remarks>
/// <param name="mixed">λ: what the mixed unlabelled samples weigh; not negative.</param>
/// <param name="anchored">λ₁: what the strongly changed samples weigh; not negative.</param>
/// <param name="turned">λᵣ: what the turned samples weigh; not negative.</param>
public readonly struct ReMixMatchLoss(double mixed, double anchored, double turned)
    : IGraphLoss<ReMixMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MixedCard = new(
        "mixed", @"\lambda", 1.5, Domain.NonNegative, "what the mixed unlabelled samples weigh");

    private static readonly ParameterCard AnchoredCard = new(
        "anchored", @"\lambda_1", 0.5, Domain.NonNegative, "what the strongly changed samples weigh");

    private static readonly ParameterCard TurnedCard = new(
        "turned", @"\lambda_r", 0.5, Domain.NonNegative, "what the turned samples weigh");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "remixmatch",
        Title = "ReMixMatch",
        Use = "Few labels, many images that can be mixed, changed strongly and turned.",
        Avoid = "Labelled samples have other shares of classes than unlabelled ones: alignment misleads.",
        Reference = "D. Berthelot et al., ReMixMatch: Semi-Supervised Learning with Distribution Alignment and "
            + "Augmentation Anchoring, 2020, arXiv:1911.09785",
        Latex = @"\operatorname{CE}(z, t) + \frac{\lambda}{m} \sum_a \operatorname{CE}(z'_a, q_a) + \lambda_1 "
            + @"\operatorname{CE}(s, \hat q) + \lambda_r \operatorname{CE}(y, r)",
        Names = new() { Chinese = "ReMixMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [MixedCard, AnchoredCard, TurnedCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MixMatchLoss.Inputs,
        new("strong", "s", InputKind.Real, "n, k", "the logits of the strongly changed unlabelled samples")
        {
            IsDifferentiable = true,
        },
        new("anchors", @"\hat q", InputKind.Shares, "n, k", "their guessed labels, aligned and sharp, held constant"),
        new("turned", "y", InputKind.Real, "n, r", "the logits of how far those samples are turned")
        {
            IsDifferentiable = true,
        },
        new("turns", "r", InputKind.ClassNumber, "n", "how far they are turned: 0 to 3 quarter turns") { Below = "r" },
    ];

    /// <summary>What the mixed unlabelled samples weigh.</summary>
    public Parameter Mixed { get; } = MixedCard.Bind(mixed);

    /// <summary>What the strongly changed samples weigh.</summary>
    public Parameter Anchored { get; } = AnchoredCard.Bind(anchored);

    /// <summary>What the turned samples weigh.</summary>
    public Parameter Turned { get; } = TurnedCard.Bind(turned);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> labelled = BatchInputs.CrossEntropy(tape, inputs["shares"], inputs["labelled"]);
        Tensor<T> guessed = tape.Mean(BatchInputs.CrossEntropy(tape, inputs["guesses"], inputs["unlabelled"]), [-1]);
        Tensor<T> strong = BatchInputs.CrossEntropy(tape, inputs["anchors"], inputs["strong"]);
        Tensor<T> turns = tape.CrossEntropyRows(inputs["turned"], inputs.Whole(tape, "turns"));
        Tensor<T> mixtures = tape.Add(labelled, tape.Scale(guessed, Mixed.Value));
        return new(tape.Add(
            mixtures, tape.Add(tape.Scale(strong, Anchored.Value), tape.Scale(turns, Turned.Value))));
    }
}
