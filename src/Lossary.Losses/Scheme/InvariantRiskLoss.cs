using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How much a common factor on the logits could still lower each environment's cross entropy.</summary>
/// <remarks>
/// <code>
/// g_e = mean over e of Σₖ (pₖ − 1[k = y]) zₖ        L = mean over environments of g_e²
/// </code>
/// The slope by the factor is written out, so that no derivative of a derivative is needed. Reference: M. Arjovsky, L.
/// Bottou, I. Gulrajani, D. Lopez-Paz, Invariant Risk Minimization, 2019, arXiv:1907.02893.
/// </remarks>
public readonly struct InvariantRiskLoss : IGraphLoss<InvariantRiskLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "irm",
        Title = "invariant risk penalty",
        Use = "Data from several environments: one classifier is to be the best one in each.",
        Avoid = "Environments are few or alike: its penalty finds nothing. v-rex is steadier.",
        Reference = "M. Arjovsky, L. Bottou, I. Gulrajani, D. Lopez-Paz, Invariant Risk Minimization, 2019, "
            + "arXiv:1907.02893",
        Latex = @"\sum_e \left(\frac{\partial}{\partial w} R_e(w z)\right)^2_{w = 1}",
        Names = new() { Chinese = "不变风险最小化" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
        new("environment", "e", InputKind.GroupNumber, "n",
            "the environment of each sample; its samples stand together"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // d/dw CE(w z, y) at w = 1 is the sum over classes of (p - onehot) z.
        Tensor<T> logits = inputs["logits"];
        Tensor<T> residual = tape.Subtract(
            tape.Softmax(logits), tape.OneHot<T>(inputs.Whole(tape, "target"), inputs.Extent("k")));
        Tensor<T> slopes = tape.Sum(tape.Multiply(residual, logits), [-1]);
        return new(tape.Square(GroupMeans.Of(tape, slopes, inputs.Whole(tape, "environment"))));
    }
}
