using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a beta distribution, of shares between 0 and 1, whose both shapes are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = ln B(a, b) − (a − 1) ln y − (b − 1) ln(1 − y)     with y = clamp(t, ε, 1 − ε)
/// </code>
/// Reference: S. Ferrari, F. Cribari-Neto, Beta Regression for Modelling Rates and Proportions, 2004,
/// doi:10.1080/0266476042000214501.
/// </remarks>
/// <param name="epsilon">How near to 0 and to 1 a share may come; between 0 and ½.</param>
public readonly struct BetaLikelihoodLoss(double epsilon) : IFormulaLoss<BetaLikelihoodLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 1e-06, new Domain(0, 0.5, false, false), "how near to 0 and to 1 a share may come");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "beta-likelihood",
        Title = "beta likelihood",
        Use = "Rates and shares between 0 and 1 with a distribution for each.",
        Avoid = "Shares of exactly 0 or 1 occur: it is infinite there. binary-cross-entropy takes them.",
        Reference = "S. Ferrari, F. Cribari-Neto, Beta Regression for Modelling Rates and Proportions, 2004, "
            + "doi:10.1080/0266476042000214501",
        Names = new() { Chinese = "贝塔分布负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.BetaLikelihood()",
                "beta-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
            new(
                "gluonts.torch.distributions.BetaOutput()",
                "beta-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-first", "a", InputKind.Real, "…", "the logarithm of the shape on the side of 1")
        {
            IsDifferentiable = true,
        },
        new("log-second", "b", InputKind.Real, "…", "the logarithm of the shape on the side of 0")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Probability, "…", "what came"),
    ];

    /// <summary>How near to 0 and to 1 a share may come.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane logOfA = StableGamma.Bounded(x[0]), logOfB = StableGamma.Bounded(x[1]);
        TLane a = TLane.Exp(logOfA), b = TLane.Exp(logOfB);
        TLane epsilon = Epsilon;
        TLane share = TLane.Clamp(x[2], epsilon, 1 - epsilon);
        if (typeof(TLane) == typeof(Symbol))
        {
            TLane logOfBeta = TLane.LogGamma(a) + TLane.LogGamma(b) - TLane.LogGamma(a + b);
            return logOfBeta - ((a - 1) * TLane.Log(share)) - ((b - 1) * TLane.Log1P(-share));
        }

        // 1 − y of its own: of a share next to 1 it has more digits than the share.
        TLane rest = TLane.Clamp(1 - x[2], epsilon, 1 - epsilon);
        TLane part = TLane.WhereLess(share, 0.5, share, rest);
        TLane logOfPart = TLane.Log(part), logOfOther = Stable.Log1PCall(-part);
        TLane logOfShare = TLane.WhereLess(share, 0.5, logOfPart, logOfOther);
        TLane logOfRest = TLane.WhereLess(share, 0.5, logOfOther, logOfPart);

        TLane smaller = TLane.WhereLess(a, b, a, b), larger = TLane.WhereLess(a, b, b, a);
        TLane log = Stable.Log1PCall(smaller / larger);
        TLane normaliser = StableGamma.LessStirlingCall(smaller) - StableGamma.StirlingRiseCall(larger, smaller, log);

        // n times the divergence of the mean from the share; near the share the terms of both shapes cancel on paper.
        TLane lead = (share * b) - (rest * a);
        TLane ofA = lead / a, ofB = -(lead / b);
        TLane near = (a * LessCall(ofA)) + (b * LessCall(ofB));
        TLane gap = logOfB - logOfA;
        TLane far = -(a * (logOfShare + log + TLane.WhereLess(a, b, gap, 0)))
            - (b * (logOfRest + log - TLane.WhereLess(a, b, 0, gap)));
        TLane distance = TLane.Max(TLane.Abs(ofA - 0.25), TLane.Abs(ofB - 0.25));
        return logOfShare + logOfRest + normaliser + TLane.WhereLess(distance, 0.75, near, far);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLane LessCall<TLane>(TLane u) where TLane : struct, ILane<TLane> => Stable.LessLog1P(u);
}
