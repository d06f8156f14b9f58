using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of a pixel of so many levels, as the share of a logistic distribution that falls to it.
/// </summary>
/// <remarks>
/// <code>
/// a = (t − h − μ) e^(−s),  b = (t + h − μ) e^(−s),  h = 1/(levels − 1)
/// L = −ln(σ(b) − σ(a)); the lowest level takes all below it, the highest all above it
/// </code>
/// Pixels are scaled to −1 … 1. The difference is taken in logarithms, so that no pixel costs infinity. Reference: T.
/// Salimans, A. Karpathy, X. Chen, D. P. Kingma, PixelCNN++: Improving the PixelCNN with Discretized Logistic Mixture
/// Likelihood and Other Modifications, 2017, arXiv:1701.05517.
/// </remarks>
/// <param name="levels">How many levels a pixel has; a whole number from 2.</param>
public readonly struct DiscretisedLogisticLoss(double levels) : IFormulaLoss<DiscretisedLogisticLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelsCard = new(
        "levels", "m", 256, new Domain(2, 65536, true, true), "how many levels a pixel has");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "discretised-logistic",
        Title = "discretised logistic likelihood",
        Use = "Images of 8 bits from a generative model that predicts a mean and a scale.",
        Avoid = "Numbers are not in levels: take logistic-likelihood.",
        Reference = "T. Salimans, A. Karpathy, X. Chen, D. P. Kingma, PixelCNN++: Improving the PixelCNN with "
            + "Discretized Logistic Mixture Likelihood and Other Modifications, 2017, arXiv:1701.05517",
        Names = new() { Chinese = "离散化逻辑斯谛负对数似然" },
        Tasks = LossTask.Generation,
        Parameters = [LevelsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "the pixel, from −1 to 1"),
    ];

    /// <summary>How many levels a pixel has.</summary>
    public Parameter Levels { get; } = LevelsCard.Bind(levels);

    private readonly Parameter _half = new("h", 1 / (levels - 1));
    private readonly Parameter _lowest = new("-1 + h", -1 + (1 / (levels - 1)));
    private readonly Parameter _highest = new("1 - h", 1 - (1 / (levels - 1)));

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Exp(-x[1]);
        TLane lower = (x[2] - x[0] - _half) * inverse, upper = (x[2] - x[0] + _half) * inverse;
        TLane below = TLane.Softplus(-upper), above = TLane.Softplus(lower);
        TLane between = below + above - LogDifference.OfOneLessExp(2 * (_half * inverse));
        return TLane.WhereLess(x[2], _lowest, below, TLane.WhereLess(_highest, x[2], above, between));
    }
}
