using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of two passes, and how far they are apart, seen from both.</summary>
/// <remarks>
/// <code>
/// L = CE(z, y) + CE(z′, y) + ½ α (KL(p ‖ p′) + KL(p′ ‖ p))
/// </code>
/// Reference: X. Liang et al., R-Drop: Regularized Dropout for Neural Networks, 2021, arXiv:2106.14448.
/// </remarks>
/// <param name="alpha">What it weighs that the passes agree; not negative.</param>
public readonly struct RDropLoss(double alpha) : IGraphLoss<RDropLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "what it weighs that the passes agree");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "r-drop",
        Title = "R-Drop",
        Use = "A network with dropout: two passes are to give the same answer.",
        Avoid = "The network has no dropout or other chance in it: both passes agree already.",
        Reference = "X. Liang et al., R-Drop: Regularized Dropout for Neural Networks, 2021, arXiv:2106.14448",
        Latex = @"\operatorname{CE}(z, y) + \operatorname{CE}(z', y) + \frac{\alpha}{2} "
            + @"\left(\operatorname{KL}(p \,\|\, p') + \operatorname{KL}(p' \,\|\, p)\right)",
        Names = new() { Chinese = "R-Drop正则化" },
        Tasks = LossTask.None,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "z", InputKind.Real, "n, k", "the logits of one pass") { IsDifferentiable = true },
        new("second", "z'", InputKind.Real, "n, k", "the logits of another") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>What it weighs that the passes agree.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = tape.LogSoftmax(inputs["first"]), second = tape.LogSoftmax(inputs["second"]);
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, "target"), inputs.Extent("k"));
        Tensor<T> hard = tape.Negate(tape.Pick(tape.Add(first, second), oneHot));
        Tensor<T> apart = tape.Add(tape.KullbackLeiblerRows(first, second), tape.KullbackLeiblerRows(second, first));
        return new(tape.Add(hard, tape.Scale(apart, 0.5 * Alpha.Value)));
    }
}
