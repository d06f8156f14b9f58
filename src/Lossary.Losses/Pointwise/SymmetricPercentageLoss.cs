using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The absolute error as a share of the mean size of target and prediction: between 0 and 2.</summary>
/// <remarks>
/// With r = prediction − target, D = max(|target| + |prediction|, ε):
/// <code>
/// L        = 2 |r| / D
/// ∂L/∂z    = 4 |target| sign r / D² where both have one sign and D &gt; ε; 0 where they have not; 2 sign r / ε below ε
/// ∂²L/∂z²  = −8 |target| sign r sign z / D³ where both have one sign and D &gt; ε, else 0
/// </code>
/// Where both are 0 it is 0. A share, not a percentage, and doubled as S. Makridakis has it; others leave the 2 out. A
/// prediction of the wrong sign costs 2 and pulls nowhere; too low a forecast costs more than one too high by as much.
/// Reference: S. Makridakis, "Accuracy Measures: Theoretical and Practical Concerns", International Journal of
/// Forecasting 9 (1993) 527–529.
/// </remarks>
/// <param name="epsilon">
/// The least that sizes are taken to add up to, in the target's unit; positive and finite.
/// </param>
public readonly struct SymmetricPercentageLoss(double epsilon)
    : IPointwiseLoss<SymmetricPercentageLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 1e-7, Domain.Positive,
        "the least that the two sizes are taken to add up to, in the target's unit")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "symmetric-percentage",
        Title = "symmetric absolute percentage error",
        Use = "Forecasts of many series that are judged by it.",
        Avoid = "It is neither symmetric nor convex, and no forecast of the wrong sign is pulled back: take the "
            + "absolute error of the logarithm, or scale each series.",
        Reference = "S. Makridakis, Accuracy Measures: Theoretical and Practical Concerns, 1993, "
            + "doi:10.1016/0169-2070(93)90079-3",
        Aliases = ["smape"],
        Names = new() { Chinese = "对称平均绝对百分比误差" },
        Translations =
        [
            new("neuralforecast.losses.pytorch.SMAPE()", "symmetric-percentage"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [EpsilonCard],
    };

    /// <summary>The least that sizes are taken to add up to.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        LipschitzConstant = 4 / Epsilon.Value,
        IsBounded = true,
        IsRedescending = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        2 * TLane.Abs(prediction - target) / TLane.AtLeast(TLane.Abs(target) + TLane.Abs(prediction), Epsilon);

    /// <inheritdoc/>
    /// <remarks>By hand: far above the target the derived form subtracts near numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SymmetricPercentageLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => Parts(loss, prediction, target, out _);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(SymmetricPercentageLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Parts(loss, prediction, target, out TLane inverse);
        TLane far = loss.Epsilon * inverse;
        TLane bend = -2 * (dual.Slope * (Stable.Sign(prediction) * inverse));
        return new(dual.Value, dual.Slope, TLane.WhereLess(far, 1, bend, 0 * dual.Slope));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Dual<TLane> Parts<TLane>(
        SymmetricPercentageLoss loss, TLane prediction, TLane target, out TLane inverse)
        where TLane : struct, ILane<TLane>
    {
        TLane residual = prediction - target;
        TLane sign = Stable.Sign(residual);
        TLane size = TLane.Abs(target) + TLane.Abs(prediction);
        inverse = 1 / TLane.AtLeast(size, loss.Epsilon);
        TLane together = 4 * (TLane.Abs(target) * inverse) * (inverse * sign);
        TLane signs = Stable.Sign(prediction) * Stable.Sign(target);
        TLane isOneSign = TLane.WhereLess(0, signs, together, 0 * sign);
        TLane slope = TLane.WhereLess(loss.Epsilon, size, isOneSign, 2 * (inverse * sign));
        return new(2 * (TLane.Abs(residual) * inverse), slope);
    }
}
