using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of counts that spread wider than Poisson's, from the logarithm z of their mean.
/// </summary>
/// <remarks>
/// With α the dispersion, μ = eᶻ, so that the variance is μ + α μ² (the form called NB2):
/// <code>
/// L(z, t)   = (t + 1/α) ln(1 + α μ) − t z
/// ∂L/∂z     = (μ − t) / (1 + α μ)
/// ∂²L/∂z²   = μ (1 + α t) / (1 + α μ)²
/// </code>
/// Terms of target and α alone are dropped: the negative logarithm of the probability is this plus
/// ln Γ(t + 1) + ln Γ(1/α) − ln Γ(t + 1/α) − t ln α. As α tends to 0 it becomes <see cref="PoissonLoss"/>, value and
/// all. For each α it elicits the mean, which any t ≥ 0 may have; a large count pulls by t / (1 + α μ), not by t. The
/// dispersion is one over a count: of targets in dozens it is twelve times that of the same targets in pieces.
/// Reference: J. F. Lawless, "Negative Binomial and Mixed Poisson Regression", Canadian Journal of Statistics 15 (1987)
/// 209–225.
/// </remarks>
/// <param name="alpha">The dispersion: the variance is mean + α mean².</param>
public readonly struct NegativeBinomialLoss(double alpha) : IPointwiseLoss<NegativeBinomialLoss>, IDocumentedLoss
{
    /// <summary>
    /// From this z + ln α on 1 + α eᶻ rounds to α eᶻ: nothing is lost if the exponent grows no further.
    /// </summary>
    private const double Far = 40;

    // Beyond the ends neither format could tell the loss from Poisson's, or hold the logarithm's argument.
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, new Domain(1e-12, 1e12, true, true),
        "the dispersion: the variance is mean + alpha · mean²")
    {
        UnitPower = -1,
    };

    private readonly Parameter _inverse = new(@"\frac{1}{\alpha}", 1 / alpha);
    private readonly Parameter _end = new(@"\infty", Far - Math.Log(alpha));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "negative-binomial",
        Title = "negative binomial",
        Use = "Counts whose variance is above their mean: visits, faults, sales, with many zeros and a few large ones.",
        Avoid = "The variance is no larger than the mean: poisson has a parameter less, and its mean stays right when "
            + "the rest is wrong.",
        Reference = "J. F. Lawless, Negative Binomial and Mixed Poisson Regression, 1987, doi:10.2307/3314912",
        Aliases = ["negative-binomial-nll", "nb2"],
        Names = new() { Chinese = "负二项负对数似然" },
        Translations =
        [
            new(
                "statsmodels.genmod.families.NegativeBinomial(alpha=1.0)",
                "negative-binomial:alpha={alpha}",
                "the target's part is added; twice it is the deviance"),
        ],
        Tasks = LossTask.Counts,
        Target = Domain.NonNegative,
        Link = Link.Log,
        Parameters = [AlphaCard],
    };

    /// <summary>The dispersion: the variance is mean + α mean².</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return ((target + _inverse) * TLane.Log1P(Alpha * TLane.Exp(prediction))) - (target * prediction);
        }

        TLane end = _end;
        TLane mean = TLane.Exp(TLane.AtMost(prediction, end));
        TLane log = TLane.Log1P(Alpha * mean) + TLane.AtLeast(prediction - end, 0);

        // (t + 1/α) ln(1 + αμ) − t ln μ would subtract near numbers where the mean is large.
        TLane beyond = TLane.Log1P(((TLane)Alpha - 1) + TLane.Exp(-TLane.AtLeast(prediction, 0)));
        return (target * TLane.WhereLess(prediction, 0, log - prediction, beyond)) + (_inverse * log);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: (t + 1/α) σ − t loses its digits where α is small and where the prediction is right.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(NegativeBinomialLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        new(loss.Value(prediction, target), loss.Slope(prediction, target, out _, out _));

    /// <inheritdoc/>
    /// <remarks>By hand as the slope.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(NegativeBinomialLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane slope = loss.Slope(prediction, target, out TLane power, out TLane bottom);
        return new(
            loss.Value(prediction, target), slope, (power / bottom) * ((1 + (loss.Alpha * target)) / bottom));
    }

    /// <summary>(μ − t) / (1 + αμ), top and bottom divided by μ where it is above 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Slope<TLane>(TLane prediction, TLane target, out TLane power, out TLane bottom)
        where TLane : struct, ILane<TLane>
    {
        TLane alpha = Alpha;
        power = TLane.Exp(-TLane.Abs(prediction));
        bottom = TLane.WhereLess(prediction, 0, 1 + (alpha * power), alpha + power);
        return TLane.WhereLess(prediction, 0, power - target, 1 - (target * power)) / bottom;
    }
}
