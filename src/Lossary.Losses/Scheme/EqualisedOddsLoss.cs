using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The squared differences between two groups' mean probabilities, among positives and among negatives.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over c of (mean p where a = 1, y = c − mean p where a = 0, y = c)²        an empty part counts 0
/// </code>
/// Reference: M. Hardt, E. Price, N. Srebro, Equality of Opportunity in Supervised Learning, 2016, arXiv:1610.02413.
/// </remarks>
public readonly struct EqualisedOddsLoss : IGraphLoss<EqualisedOddsLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "equalised-odds",
        Title = "equalised odds gap",
        Use = "A score that is to be as right, and as wrong, for one group of people as for the rest.",
        Avoid = "Labels themselves are unfair: it keeps what they say. demographic-parity looks at scores alone.",
        Reference = "M. Hardt, E. Price, N. Srebro, Equality of Opportunity in Supervised Learning, 2016, "
            + "arXiv:1610.02413",
        Latex = @"\sum_{c \in \{0, 1\}} \left(\bar p_{a = 1, y = c} - \bar p_{a = 0, y = c}\right)^2",
        Names = new() { Chinese = "均等化赔率差距" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n", "the logits of the favoured class") { IsDifferentiable = true },
        new("group", "a", InputKind.Flag, "n", "1 for members of the group"),
        new("target", "y", InputKind.Flag, "n", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Sigmoid(inputs["logit"]), target = inputs["target"];
        Tensor<T> among = GroupMeans.Gap(tape, shares, inputs["group"], target);
        Tensor<T> outside = GroupMeans.Gap(tape, shares, inputs["group"], tape.Shift(tape.Negate(target), 1));
        return new(tape.Add(tape.Square(among), tape.Square(outside)));
    }
}
