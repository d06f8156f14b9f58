using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>From Itakura–Saito (0) over Kullback–Leibler (1) to half the squared error (2).</summary>
/// <remarks>
/// <code>
/// L = (t^β + (β − 1) p^β − β t p^(β−1)) / (β (β − 1))
/// </code>
/// Reference: C. Févotte, J. Idier, Algorithms for Nonnegative Matrix Factorization with the Beta-Divergence, 2011,
/// arXiv:1010.1763.
/// </remarks>
/// <param name="beta">0 for ratios, 1 for counts, 2 for differences; any number.</param>
public readonly struct BetaDivergenceLoss(double beta) : IFormulaLoss<BetaDivergenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.Real, "0 for ratios, 1 for counts, 2 for differences");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "beta-divergence",
        Title = "beta divergence",
        Use = "Matrices of amounts, spectra say, that are taken apart into products without negative numbers.",
        Avoid = "Noise is normal and values may be negative: squared.",
        Reference = "C. Févotte, J. Idier, Algorithms for Nonnegative Matrix Factorization with the Beta-Divergence, "
            + "2011, arXiv:1010.1763",
        Names = new() { Chinese = "β散度" },
        Translations =
        [
            new(
                "sklearn.decomposition.NMF(beta_loss=2.0)",
                "beta-divergence:beta={beta_loss}",
                "summed over all entries"),
        ],
        Tasks = LossTask.None,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Positive, "…", "the product's numbers") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "the matrix's numbers"),
    ];

    /// <summary>0 for ratios, 1 for counts, 2 for differences.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        double beta = Beta.Value;
        if (beta == 0)
        {
            TLane ratio = x[1] / x[0];
            return typeof(TLane) == typeof(Symbol) ? ratio - 1 - TLane.Log(ratio) : OfRatio(x[0], x[1]);
        }

        if (beta == 1)
        {
            return typeof(TLane) == typeof(Symbol)
                ? (x[1] * TLane.Log(x[1] / x[0])) - x[1] + x[0]
                : OfAmounts(x[0], x[1]);
        }

        TLane power = TLane.Pow(x[0], beta - 1);
        TLane sum = TLane.Pow(x[1], Beta) + ((beta - 1) * (x[0] * power)) - (beta * (x[1] * power));
        return (1 / (beta * (beta - 1))) * sum;
    }

    /// <summary>t/p − 1 − ln(t/p), also where the two are near or their quotient overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OfRatio<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane relative = (target - prediction) / prediction;
        TLane far = relative - (TLane.Log(target) - TLane.Log(prediction));
        return TLane.WhereLess(TLane.Abs(relative - 0.25), 0.75, Stable.LessLog1P(relative), far);
    }

    /// <summary>t ln(t/p) − t + p, also where the two are near or their quotient overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OfAmounts<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane difference = prediction - target;
        TLane relative = difference / target;
        TLane far = difference - (target * (TLane.Log(prediction) - TLane.Log(target)));
        return TLane.WhereLess(TLane.Abs(relative - 0.25), 0.75, target * Stable.LessLog1P(relative), far);
    }
}
