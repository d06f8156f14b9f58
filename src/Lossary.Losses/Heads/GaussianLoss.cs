using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a normal distribution whose mean and variance are both predicted.</summary>
/// <remarks>
/// <code>
/// L = ½ (s + (t − μ)² e^(−s)) [+ ½ ln 2π]     with s = ln σ²
/// </code>
/// The constant ½ ln 2π is left out unless it is asked for, as to compare with other distributions. The logarithm of
/// the variance is predicted: any number is one, and none has to be clamped. Reference: D. A. Nix and A. S. Weigend,
/// "Estimating the Mean and Variance of the Target Probability Distribution", ICNN 1994,
/// doi:10.1109/ICNN.1994.374138.
/// </remarks>
/// <param name="constant">1 to count ½ ln 2π, 0 to leave it out; 0 or 1.</param>
public readonly struct GaussianLoss(double constant) : IFormulaLoss<GaussianLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ConstantCard = new(
        "constant", "c", 0, new Domain(0, 1, true, true, EndsOnly: true), "1 to count ½ ln 2π, 0 to leave it out");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gaussian",
        Title = "Gaussian likelihood",
        Use = "Regression whose noise differs from row to row and is wanted too: a mean and a variance for each.",
        Avoid = "The variance runs away where the mean fits badly: beta-gaussian. Outliers: student-t or laplace.",
        Reference = "D. A. Nix, A. S. Weigend, Estimating the Mean and Variance of the Target Probability "
            + "Distribution, 1994, doi:10.1109/ICNN.1994.374138",
        Aliases = ["gaussian-nll", "heteroscedastic", "gaussian-negative-log-likelihood", "normal"],
        Names = new() { Chinese = "高斯负对数似然" },
        Translations =
        [
            new(
                "catboost.CatBoostRegressor(loss_function=\"RMSEWithUncertainty\")",
                "gaussian",
                "its second output is ln σ, half the logarithm of the variance"),
            new(
                "neuralforecast.losses.pytorch.DistributionLoss(distribution=\"Normal\")",
                "gaussian:constant=1",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
            new(
                "darts.utils.likelihood_models.GaussianLikelihood()",
                "gaussian:constant=1",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
            new(
                "gluonts.torch.distributions.NormalOutput()",
                "gaussian:constant=1",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
        Parameters = [ConstantCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "…", "the logarithm of the predicted variance")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <summary>1 to count ½ ln 2π, 0 to leave it out.</summary>
    public Parameter Constant { get; } = ConstantCard.Bind(constant);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        // Not r² e^(−s), whose factors overflow where the product need not.
        TLane standardised = (x[2] - x[0]) * TLane.Exp(-0.5 * x[1]);
        TLane likelihood = 0.5 * (x[1] + (standardised * standardised));
        return likelihood + (Constant * NamedNumber.HalfLogOf2Pi<TLane>());
    }
}
