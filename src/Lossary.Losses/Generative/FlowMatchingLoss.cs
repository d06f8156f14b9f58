using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A network's velocity is to lead straight from noise to the sample.</summary>
/// <remarks>
/// <code>
/// L = mean (p − (x₁ − x₀))²
/// </code>
/// Reference: Y. Lipman et al., Flow Matching for Generative Modeling, 2022, arXiv:2210.02747; X. Liu, C. Gong, Q. Liu,
/// Flow Straight and Fast, 2022, arXiv:2209.03003.
/// </remarks>
public readonly struct FlowMatchingLoss : IGraphLoss<FlowMatchingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "flow-matching",
        Title = "flow matching (rectified flow)",
        Use = "Training a flow from noise to data without simulating it.",
        Avoid = "A discrete schedule and its samplers are given: noise-prediction or velocity-prediction fit these.",
        Reference = "Y. Lipman et al., Flow Matching for Generative Modeling, 2022, arXiv:2210.02747; X. Liu, C. "
            + "Gong, Q. Liu, Flow Straight and Fast, 2022, arXiv:2209.03003",
        Latex = @"\overline{(p - (x_1 - x_0))^2}",
        Aliases = ["rectified-flow"],
        Names = new() { Chinese = "流匹配损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("start", "x_0", InputKind.Real, "n, …", "the noise that the path starts from"),
        new("end", "x_1", InputKind.Real, "n, …", "the sample that it ends at"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> velocity = tape.Subtract(inputs["end"], inputs["start"]);
        return new(GenerativeInputs.MeanOfSample(tape, tape.Square(tape.Subtract(inputs["prediction"], velocity))));
    }
}
