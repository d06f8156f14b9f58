using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The pinball with its kink rounded off within δ.</summary>
/// <remarks>
/// With r = prediction − target, w = 1 − τ where r > 0, else τ:
/// <code>
/// L(r)  = w ½r² where |r| ≤ δ, else w δ (|r| − ½δ)
/// L′(r) = w clamp(r, −δ, δ)
/// L″(r) = w where |r| ≤ δ, else 0
/// </code>
/// Divided by δ it tends to the <see cref="QuantileLoss"/> as δ → 0; for δ → ∞ it is half an expectile's loss.
/// Reference: W. Dabney, M. Rowland, M. G. Bellemare, R. Munos, "Distributional Reinforcement Learning with Quantile
/// Regression", AAAI 2018, arXiv:1710.10044; they divide by δ.
/// </remarks>
/// <param name="level">τ: about the share of targets that should lie below the prediction; in (0, 1).</param>
/// <param name="delta">δ: where quadratic turns linear, in the target's unit; positive and finite.</param>
public readonly struct QuantileHuberLoss(double level, double delta) : IDistanceLoss<QuantileHuberLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelCard = new(
        "level", @"\tau", 0.5, new Domain(0, 1, false, false),
        "about the share of targets that should lie below the prediction");

    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 1, Domain.Positive, "where quadratic turns linear, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _rest = new(@"(1 - \tau)", 1 - level);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "quantile-huber",
        Title = "quantile Huber",
        Use = "Regression of a quantile by a method that needs a smooth loss, as a network that learns values of "
            + "actions.",
        Avoid = "A quantile that must be exact: the bend moves it towards the expectile. Take quantile.",
        Reference = "W. Dabney et al., Distributional Reinforcement Learning with Quantile Regression, 2017, "
            + "arXiv:1710.10044",
        Aliases = ["huberised-quantile", "huberized-quantile", "quantile-huber-loss"],
        Names = new() { Chinese = "分位数 Huber 损失" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.HuberQLoss(q=0.5, delta=1.0)",
                "quantile-huber:level={q},delta={delta}",
                "q has no default there"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [LevelCard, DeltaCard],
    };

    /// <summary>About the share of targets that should lie below the prediction.</summary>
    public Parameter Level { get; } = LevelCard.Bind(level);

    /// <summary>Where quadratic turns linear.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <inheritdoc/>
    public LossTraits Traits
    {
        get
        {
            double dear = Math.Max(Level.Value, 1 - Level.Value);
            bool isSymmetric = Level.Value == 0.5;
            return new()
            {
                IsConvex = true,
                Smoothness = 1,
                LipschitzConstant = dear * Delta.Value,
                SmoothnessConstant = dear,
                IsSymmetric = isSymmetric,
                Kinks = isSymmetric ? [-Delta.Value, Delta.Value] : [-Delta.Value, 0, Delta.Value],
            };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane near = TLane.AtMost(size, Delta);
        return Weight(r) * (near * (size - (0.5 * near)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(QuantileHuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane delta = loss.Delta;
        return new(loss.Value(r), loss.Weight(r) * TLane.Clamp(r, -delta, delta));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(QuantileHuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, r);
        return new(dual.Value, dual.Slope, TLane.WhereAtMost(TLane.Abs(r), loss.Delta, loss.Weight(r), 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Weight<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.WhereLess(0, r, _rest, Level);
}
