using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a normal distribution whose mean and variance are both predicted.</summary>
/// <remarks>
/// <code>
/// L = ½ (s + (t − μ)² e^(−s))     with s = ln σ²
/// </code>
/// The constant ½ ln 2π is left out. The logarithm of the variance is predicted: any number is one, and none has to be
/// clamped. Reference: D. A. Nix and A. S. Weigend, "Estimating the Mean and Variance of the Target Probability
/// Distribution", ICNN 1994, doi:10.1109/ICNN.1994.374138.
/// </remarks>
public readonly struct GaussianLoss : IFormulaLoss<GaussianLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gaussian",
        Title = "Gaussian likelihood",
        Use = "Regression whose noise differs from row to row and is wanted too: a mean and a variance for each.",
        Reference = "D. A. Nix, A. S. Weigend, Estimating the Mean and Variance of the Target Probability Distribution, "
            + "1994, doi:10.1109/ICNN.1994.374138",
        Aliases = ["gaussian-nll", "heteroscedastic"],
        Names = new() { PyTorch = "GaussianNLLLoss", Chinese = "高斯负对数似然" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "…", "the logarithm of the predicted variance") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane residual = x[2] - x[0];
        return 0.5 * (x[1] + (residual * residual * TLane.Exp(-x[1])));
    }
}
