using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far two distributions are from a mixture of them: finite for any two.</summary>
/// <remarks>
/// For each entry, with probability p predicted, probability t as target and m = βt + (1 − β)p:
/// <code>
/// L(p, t) = β t ln(t / m) + (1 − β) p ln(p / m)
/// ∂L/∂p   = (1 − β) ln(p / m)
/// </code>
/// Summed over a row it is at most ln 2. β = ½ is the divergence of J. Lin, "Divergence Measures Based on the Shannon
/// Entropy", IEEE Transactions on Information Theory 37 (1991) 145–151, doi:10.1109/18.61115; other β are the
/// generalised divergence of R. Agarwal et al., ICLR 2024, arXiv:2306.13649.
/// </remarks>
/// <param name="beta">β, between 0 and 1: the target's part of the mixture.</param>
public readonly struct JensenShannonLoss(double beta = 0.5) : IPointwiseLoss<JensenShannonLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.5, new Domain(0, 1, false, false), "the target's part of the mixture");

    private readonly Parameter _beta = BetaCard.Bind(beta);
    private readonly Parameter _rest = new(@"(1-\beta)", 1 - beta);

    /// <summary>The target's part of the mixture.</summary>
    public double Beta => _beta.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "jensen-shannon",
        Title = "Jensen–Shannon divergence",
        Use = "Distributions as targets that may be far off, so that the loss should stay bounded.",
        Avoid = "Prediction and target hardly overlap: it is flat there. kullback-leibler keeps pulling.",
        Reference = "J. Lin, Divergence Measures Based on the Shannon Entropy, 1991, doi:10.1109/18.61115",
        Aliases = ["js", "generalised-jensen-shannon", "jsd"],
        Names = new() { Chinese = "JS散度" },
        Translations =
        [
            new(
                "liger_kernel.transformers.LigerJSD(beta=0.5)",
                "jensen-shannon:beta={beta}",
                "takes log-probabilities, and sums the last axis; 0 and 1 are the two Kullback–Leibler divergences"),
            new("kornia.losses.js_div_loss_2d()", "jensen-shannon", "takes heat maps that sum to 1, and sums each"),
        ],
        Target = Domain.NonNegative,
        Prediction = Domain.NonNegative,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane mixture = (_beta * target) + (_rest * prediction);
        TLane ofTarget = target * LogOfShare(target, mixture, _rest * (target - prediction));
        TLane ofPrediction = prediction * LogOfShare(prediction, mixture, _beta * (prediction - target));
        return (_beta * OrZero(target, mixture, ofTarget))
            + (_rest * OrZero(prediction, mixture, ofPrediction));
    }

    /// <summary>
    /// ln(x / m), by its difference from m where the two are near, by two logarithms where the share underflows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane LogOfShare<TLane>(TLane x, TLane mixture, TLane difference)
        where TLane : struct, ILane<TLane>
    {
        const double Smallest = 1e-37;
        TLane share = x / mixture;
        TLane far = TLane.WhereLess(share, Smallest, TLane.Log(x) - TLane.Log(mixture), TLane.Log(share));
        return typeof(TLane) == typeof(Symbol)
            ? TLane.Log(share)
            : TLane.WhereLess(share, 0.5, far, TLane.Log1P(difference / mixture));
    }

    /// <summary>x ln(x / m), 0 where x is, and where the mixture of numbers that small is rounded to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OrZero<TLane>(TLane x, TLane mixture, TLane term)
        where TLane : struct, ILane<TLane>
    {
        TLane counted = TLane.WhereAtMost(TLane.Abs(x), 0, 0, term);
        return typeof(TLane) == typeof(Symbol) ? counted : TLane.WhereAtMost(TLane.Abs(mixture), 0, 0, counted);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the derived terms cancel; both 0 is a flat place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(JensenShannonLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane mixture = (loss._beta * target) + (loss._rest * prediction);
        TLane logOfTarget = LogOfShare(target, mixture, loss._rest * (target - prediction));
        TLane logOfPrediction = LogOfShare(prediction, mixture, loss._beta * (prediction - target));
        logOfPrediction = TLane.WhereAtMost(TLane.Abs(mixture), 0, 0, logOfPrediction);
        TLane value = (loss._beta * OrZero(target, mixture, target * logOfTarget))
            + (loss._rest * OrZero(prediction, mixture, prediction * logOfPrediction));
        return new(value, loss._rest * logOfPrediction);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: (1 − β) β t / (p m); the derived form falls over the JIT's limit of locals.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(JensenShannonLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, prediction, target);
        TLane mixture = (loss._beta * target) + (loss._rest * prediction);
        TLane curvature = loss._rest * (loss._beta * (target / (prediction * mixture)));
        return new(dual.Value, dual.Slope, TLane.WhereAtMost(TLane.Abs(target), 0, 0, curvature));
    }
}
