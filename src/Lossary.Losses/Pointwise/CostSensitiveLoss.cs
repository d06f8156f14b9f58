using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary cross entropy in which each kind of mistake has its own price.</summary>
/// <remarks>
/// With p = σ(z), q = σ(−z), a the price of a missed positive and b that of a false alarm:
/// <code>
/// L(z, t)   = a t ln(1 + e^(−z)) + b (1 − t) ln(1 + eᶻ)
/// ∂L/∂z     = b (1 − t) p − a t q
/// ∂²L/∂z²   = (b (1 − t) + a t) p q
/// </code>
/// The best σ(z) is a P / (a P + b (1 − P)), not the probability P; above ½ it says that the alarm pays, as P above
/// b / (a + b) does. With b = 1 it is <see cref="WeightedBinaryCrossEntropyLoss"/>. Reference: C. Elkan, "The
/// Foundations of Cost-Sensitive Learning", IJCAI 2001, 973–978.
/// </remarks>
/// <param name="miss">a, what a missed positive costs; positive and finite.</param>
/// <param name="alarm">b, what a false alarm costs; positive and finite.</param>
public readonly struct CostSensitiveLoss(double miss, double alarm)
    : IPointwiseLoss<CostSensitiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MissCard = new(
        "miss", "a", 1, Domain.Positive, "what a missed positive costs");

    private static readonly ParameterCard AlarmCard = new("alarm", "b", 1, Domain.Positive, "what a false alarm costs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cost-sensitive",
        Title = "cost-sensitive cross entropy",
        Use = "Two classes whose mistakes have known prices, when the cheaper decision is wanted at a score of 0.",
        Avoid = "Probabilities are wanted, or prices change later: train binary cross entropy and move the threshold "
            + "to b / (a + b).",
        Reference = "C. Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001, 973–978",
        Names = new() { Chinese = "代价敏感交叉熵" },
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [MissCard, AlarmCard],
    };

    /// <summary>What a missed positive costs.</summary>
    public Parameter Miss { get; } = MissCard.Bind(miss);

    /// <summary>What a false alarm costs.</summary>
    public Parameter Alarm { get; } = AlarmCard.Bind(alarm);

    /// <inheritdoc/>
    public LossTraits Traits
    {
        get
        {
            double dearest = Math.Max(Miss.Value, Alarm.Value);
            bool isEven = Miss.Value == Alarm.Value;
            return new()
            {
                IsConvex = true,
                IsStrictlyConvex = true,
                Smoothness = int.MaxValue,
                LipschitzConstant = dearest,
                SmoothnessConstant = 0.25 * dearest,
                IsProper = isEven,
                IsCalibrated = isEven,
                Functional = isEven ? Functional.Mean : Functional.Unnamed,
            };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        (Miss * (target * TLane.Softplus(-prediction))) + (Alarm * ((1 - target) * TLane.Softplus(prediction)));

    /// <inheritdoc/>
    /// <remarks>By hand: both costs and both probabilities share one exponential.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(CostSensitiveLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = loss.Miss * target;
        TLane negative = loss.Alarm * (1 - target);
        return new((positive * ofPositive) + (negative * ofNegative), (negative * p) - (positive * q));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(CostSensitiveLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = loss.Miss * target;
        TLane negative = loss.Alarm * (1 - target);
        return new(
            (positive * ofPositive) + (negative * ofNegative),
            (negative * p) - (positive * q),
            (negative + positive) * (p * q));
    }
}
