using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared difference between two groups' mean probabilities.</summary>
/// <remarks>
/// <code>
/// L = (mean p where a = 1 − mean p where a = 0)²        p = σ(z); 0 where a group is empty
/// </code>
/// Reference: M. B. Zafar, I. Valera, M. Gomez Rodriguez, K. P. Gummadi, Fairness Constraints: Mechanisms for Fair
/// Classification, 2017, arXiv:1507.05259.
/// </remarks>
public readonly struct ParityGapLoss : IGraphLoss<ParityGapLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "demographic-parity",
        Title = "demographic parity gap",
        Use = "A score that is to be as high for one group of people as for the rest.",
        Avoid = "Groups truly differ in the outcome: equal rates then cost accuracy. equalised-odds compares within "
            + "outcomes.",
        Reference = "M. B. Zafar, I. Valera, M. Gomez Rodriguez, K. P. Gummadi, Fairness Constraints: Mechanisms for "
            + "Fair Classification, 2017, arXiv:1507.05259",
        Latex = @"\left(\bar p_{a = 1} - \bar p_{a = 0}\right)^2",
        Names = new() { Chinese = "人口统计均等差距" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n", "the logits of the favoured class") { IsDifferentiable = true },
        new("group", "a", InputKind.Flag, "n", "1 for members of the group"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Square(GroupMeans.Gap(tape, tape.Sigmoid(inputs["logit"]), inputs["group"])));
    }
}
