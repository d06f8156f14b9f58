using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a Laplace distribution whose median and scale are both predicted.</summary>
/// <remarks>
/// <code>
/// L = ln 2 + s + |t − μ| e^(−s)     with s = ln b
/// </code>
/// Reference: P. S. Laplace, Mémoire sur la probabilité des causes par les évènements, 1774; English by S. M. Stigler,
/// doi:10.1214/ss/1177013621.
/// </remarks>
public readonly struct LaplaceLoss : IFormulaLoss<LaplaceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "laplace",
        Title = "Laplace likelihood",
        Use = "A median and a scale for each row, where noise has outliers.",
        Avoid = "The mean is wanted, as for sums: it fits a median. gaussian has the mean.",
        Reference = "P. S. Laplace, Mémoire sur la probabilité des causes par les évènements, 1774; English by S. "
            + "M. Stigler, doi:10.1214/ss/1177013621",
        Aliases = ["laplace-nll"],
        Names = new() { Chinese = "拉普拉斯负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.LaplaceLikelihood()",
                "laplace",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
            new(
                "gluonts.torch.distributions.LaplaceOutput()",
                "laplace",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("location", @"\mu", InputKind.Real, "…", "the predicted median") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        NamedNumber.Of<TLane>(0.6931471805599453, @"\ln 2") + x[1] + (TLane.Abs(x[2] - x[0]) * TLane.Exp(-x[1]));
}
