using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far a predicted Laplace distribution is from what came, in the target's own unit.</summary>
/// <remarks>
/// <code>
/// L = |t − μ| + b e^(−|t − μ| / b) − ¾ b     with b = e^s
/// </code>
/// With b → 0 it is the absolute error. Reference: A. Jordan, F. Krüger, S. Lerch, Evaluating Probabilistic Forecasts
/// with scoringRules, 2019, doi:10.18637/jss.v090.i12.
/// </remarks>
public readonly struct LaplaceRankedProbabilityLoss : IFormulaLoss<LaplaceRankedProbabilityLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "crps-laplace",
        Title = "continuous ranked probability score, Laplace",
        Use = "A median and a spread for each row, hardly moved by outliers.",
        Avoid = "Tails are to be learned exactly: the likelihood, laplace, weighs them more.",
        Reference = "A. Jordan, F. Krüger, S. Lerch, Evaluating Probabilistic Forecasts with scoringRules, 2019, "
            + "doi:10.18637/jss.v090.i12",
        Names = new() { Chinese = "连续分级概率评分（拉普拉斯）" },
        Translations =
        [
            new("scoringrules.crps_laplace()", "crps-laplace", "takes the scale itself, not its logarithm"),
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
    public LossTraits Traits => new() { Smoothness = 1, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane scale = TLane.Exp(x[1]);
        TLane size = TLane.Abs(x[2] - x[0]);
        if (typeof(TLane) == typeof(Symbol))
        {
            return size + (scale * (TLane.Exp(-(size / scale)) - 0.75));
        }

        // Near the mean |r| and the exponential cancel; far from it the exponential is 0, and the quotient may
        // overflow.
        const double Far = 1000;
        TLane ratio = TLane.AtMost(Stable.TimesExp(size, -x[1]), Far);
        TLane near = scale * (Stable.ExpM1LessX(-ratio) + 0.25);
        return TLane.WhereLess(ratio, 1, near, size + (scale * (TLane.Exp(-ratio) - 0.75)));
    }
}
