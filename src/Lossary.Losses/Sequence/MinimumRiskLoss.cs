using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// What the candidates for one sequence cost on average, by the probabilities that the model gives them.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ qₖ cₖ        q = softmax over the candidates of α ln p(yₖ)
/// </code>
/// Reference: S. Shen et al., "Minimum Risk Training for Neural Machine Translation", ACL 2016, arXiv:1512.02433.
/// </remarks>
public readonly struct MinimumRiskLoss : IGraphLoss<MinimumRiskLoss>, IDocumentedLoss
{
    private static readonly ParameterCard s_sharpness =
        new("sharpness", @"\alpha", 5e-3, Domain.Positive, "how sharply the candidates are told apart");

    private readonly double _sharpness;

    /// <summary>Makes the loss.</summary>
    /// <param name="sharpness">How sharply the candidates are told apart, α; positive.</param>
    public MinimumRiskLoss(double sharpness) => _sharpness = s_sharpness.Bind(sharpness).Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "minimum-risk",
        Title = "minimum risk",
        Use =
            "Translation tuned for the metric it is judged by, where several candidates are at hand for each sentence.",
        Avoid = "Training starts from scratch, or there is one candidate, whose share is always 1: self-critical.",
        Reference = "S. Shen, Y. Cheng, Z. He, W. He, H. Wu, M. Sun, Y. Liu, Minimum Risk Training for Neural Machine "
            + "Translation, ACL 2016, arXiv:1512.02433",
        Latex = @"\sum_k q_k c_k, \quad q = \mathrm{softmax}(\alpha \ln p)",
        Aliases = ["mrt", "expected-risk"],
        Names = new() { Chinese = "最小风险训练" },
        Tasks = LossTask.Sequence,
        Parameters = [s_sharpness],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "log-probabilities", @"\ell", InputKind.LogProbability, "n, k",
            "the logarithm of each candidate's probability")
        {
            IsDifferentiable = true,
        },
        new("cost", "c", InputKind.Real, "n, k", "what each candidate costs, such as 1 − BLEU"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Softmax(tape.Scale(inputs["log-probabilities"], _sharpness));
        return new(tape.Sum(tape.Multiply(shares, inputs["cost"]), [-1]));
    }
}
