using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a mixture of normal distributions whose weights, means and scales are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln Σₖ wₖ N(t; μₖ, e^(sₖ))     with w = softmax(a)
/// </code>
/// Reference: C. M. Bishop, Mixture Density Networks, 1994, https://publications.aston.ac.uk/id/eprint/373/.
/// </remarks>
public readonly struct GaussianMixtureLoss : IGraphLoss<GaussianMixtureLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gaussian-mixture",
        Title = "mixture of Gaussians",
        Use = "Targets with several answers: more than one mode for a row.",
        Avoid = "A component may settle on one target and shrink without end: bound the log-scales from below.",
        Reference = "C. M. Bishop, Mixture Density Networks, 1994, https://publications.aston.ac.uk/id/eprint/373/",
        Latex = @"-\ln \sum_k \operatorname{softmax}(a)_k \, \mathcal{N}(t; \mu_k, e^{s_k})",
        Aliases = ["mixture-density", "mixture-gaussian", "mdn", "gmm"],
        Names = new() { Chinese = "高斯混合负对数似然" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.GMM()",
                "gaussian-mixture",
                "n_components is how many columns the inputs have here; what must be positive passes a "
                    + "softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "a", InputKind.Real, "n, k", "logits of the components' weights") { IsDifferentiable = true },
        new("mean", @"\mu", InputKind.Real, "n, k", "the components' means") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "n, k", "the logarithms of the components' scales")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "n", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> mean = inputs["mean"];
        Tensor<T> target = tape.Reshape(inputs["target"], new Shape(mean.Shape[0], 1));
        Tensor<T> costs = tape.Formula(default(Core), mean, inputs["log-scale"], tape.BroadcastTo(target, mean.Shape));
        return new(tape.Negate(tape.LogSumExp(tape.Subtract(tape.LogSoftmax(inputs["logits"]), costs), [-1])));
    }

    private readonly struct Core : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane z = (x[2] - x[0]) * TLane.Exp(-x[1]);
            return x[1] + (0.5 * (z * z)) + 0.9189385332046727;
        }
    }
}
