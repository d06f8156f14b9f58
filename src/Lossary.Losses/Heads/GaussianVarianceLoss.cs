using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a normal distribution whose mean and variance are predicted, the variance as such.
/// </summary>
/// <remarks>
/// <code>
/// L = ½ (ln v + (t − μ)² / v) [+ ½ ln 2π]     with v = max(variance, ε)
/// </code>
/// As in PyTorch the variance is cut at ε, but its gradient is that of a variance that was not cut. Reference: D. A.
/// Nix, A. S. Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994,
/// doi:10.1109/ICNN.1994.374138.
/// </remarks>
/// <param name="epsilon">The least variance, in the target's unit squared; positive.</param>
/// <param name="constant">1 to count ½ ln 2π, 0 to leave it out; 0 or 1.</param>
public readonly struct GaussianVarianceLoss(double epsilon, double constant)
    : IFormulaLoss<GaussianVarianceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 1e-06, Domain.Positive, "the least variance, in the target's unit squared");

    private static readonly ParameterCard ConstantCard = new(
        "constant", "c", 0, new Domain(0, 1, true, true, EndsOnly: true), "1 to count ½ ln 2π, 0 to leave it out");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gaussian-variance",
        Title = "Gaussian likelihood by variance",
        Use = "Taking over a network that predicts variances; a new one is better off with gaussian.",
        Avoid = "Variances have to be kept positive: gaussian, of the logarithm, takes any number.",
        Reference = "D. A. Nix, A. S. Weigend, Estimating the Mean and Variance of the Target Probability "
            + "Distribution, 1994, doi:10.1109/ICNN.1994.374138",
        Names = new() { PyTorch = "GaussianNLLLoss", Chinese = "高斯负对数似然（方差）" },
        Translations =
        [
            new("torch.nn.GaussianNLLLoss(eps=1e-06)", "gaussian-variance:epsilon={eps}"),
            new("torch.nn.GaussianNLLLoss(full=True, eps=1e-06)", "gaussian-variance:epsilon={eps},constant=1"),
        ],
        Tasks = LossTask.Probabilistic,
        Parameters = [EpsilonCard, ConstantCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("variance", "v", InputKind.NonNegative, "…", "the predicted variance") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came") { IsDifferentiable = true },
    ];

    /// <summary>The least variance, in the target's unit squared.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <summary>1 to count ½ ln 2π, 0 to leave it out.</summary>
    public Parameter Constant { get; } = ConstantCard.Bind(constant);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = 0, IsProper = true };

    /// <inheritdoc/>
    public static void Arrange(GaussianVarianceLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        foreach (ref double variance in inputs["variance"].Values)
        {
            variance += 0.5 + loss.Epsilon.Value;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane epsilon = Epsilon;
        TLane variance = typeof(TLane) == typeof(Symbol)
            ? TLane.AtLeast(x[1], epsilon)
            : x[1] + TLane.Held(TLane.AtLeast(x[1], epsilon) - x[1]);
        TLane residual = x[2] - x[0];
        TLane likelihood = 0.5 * (TLane.Log(variance) + (residual * residual / variance));
        return likelihood + (Constant * NamedNumber.HalfLogOf2Pi<TLane>());
    }
}
