using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of Student's t distribution whose location, scale and degrees of freedom are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = ln Γ(ν/2) − ln Γ((ν + 1)/2) + ½ ln πν + s + (ν + 1)/2 ln(1 + z²/ν)
/// with ν = e^a, z = (t − μ) e^(−s)
/// </code>
/// Many degrees of freedom give the Gaussian: ln Γ(x + ½) − ln Γ(x) is then a series. Logarithms of degrees are kept
/// within ±30; feed a constant to fix them. Reference: K. L. Lange, R. J. A. Little, J. M. G. Taylor, Robust
/// Statistical Modeling Using the t Distribution, 1989, doi:10.1080/01621459.1989.10478852.
/// </remarks>
public readonly struct StudentTLoss : IFormulaLoss<StudentTLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "student-t",
        Title = "Student's t likelihood",
        Use = "A distribution for each row, where tails are heavy by an amount to be learned.",
        Avoid = "Tails are normal: the degrees of freedom run off to infinity without a gradient. gaussian.",
        Reference = "K. L. Lange, R. J. A. Little, J. M. G. Taylor, Robust Statistical Modeling Using the t "
            + "Distribution, 1989, doi:10.1080/01621459.1989.10478852",
        Aliases = ["student-t-nll"],
        Names = new() { Chinese = "学生 t 负对数似然" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.DistributionLoss(distribution=\"StudentT\")",
                "student-t",
                "what must be positive passes a softplus there; here its logarithm is predicted; ν is above 2 there"),
            new(
                "gluonts.torch.distributions.StudentTOutput()",
                "student-t",
                "what must be positive passes a softplus there; here its logarithm is predicted; ν is above 2 there"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("location", @"\mu", InputKind.Real, "…", "the predicted location") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("log-degrees", "a", InputKind.Real, "…", "the logarithm of the predicted degrees of freedom")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane half = 0.5 * TLane.Exp(StableGamma.Bounded(x[2]));
        TLane distance = TLane.Abs(x[3] - x[0]), scale = x[1] + (0.5 * StableGamma.Bounded(x[2]));
        TLane size = distance * TLane.Exp(-scale);
        TLane start = NamedNumber.HalfLogOf2Pi<TLane>() - StableGamma.HalfStepCall(half);
        if (typeof(TLane) == typeof(Symbol))
        {
            return start + x[1] + ((half + 0.5) * Stable.Log1POfSquare(size));
        }

        // Far out half of ln(1 + s²) is ln s + ½ ln(1 + 1/s²), and the scale cancels on paper.
        TLane away = TLane.WhereLess(size, 1, 1, distance);
        TLane inverse = TLane.Exp(TLane.WhereLess(size, 1, 0, scale)) / away;
        TLane rest = 0.5 * Stable.Log1PCall(inverse * inverse);
        TLane logDistance = TLane.Log(away);
        TLane far = (logDistance - (0.5 * StableGamma.Bounded(x[2]))) + rest
            + (2 * (half * ((logDistance - scale) + rest)));
        TLane within = TLane.WhereLess(size, 1, size, 0);
        TLane near = x[1] + ((half + 0.5) * Stable.Log1PCall(within * within));
        return start + TLane.WhereLess(size, 1, near, far);
    }
}
