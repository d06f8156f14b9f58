using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The squared error beyond a tolerance: what is within ε is right enough, and there is no kink.</summary>
/// <remarks>
/// With q = r − clamp(r, −ε, ε):
/// <code>
/// L(r)  = q²                     that is max(0, |r| − ε)²
/// L′(r) = 2 q
/// L″(r) = 2 where |r| > ε, else 0
/// </code>
/// Convex, but not strictly: it is flat within the tube. ε = 0 is the squared loss. Reference: V. Vapnik,
/// "The Nature of Statistical Learning Theory", Springer 1995.
/// </remarks>
/// <param name="epsilon">The residual that is still free, in the target's unit; 0 and above.</param>
public readonly struct SquaredEpsilonInsensitiveLoss(double epsilon)
    : IDistanceLoss<SquaredEpsilonInsensitiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.1, Domain.NonNegative, "the residual that is still free, in the target's unit")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared-epsilon-insensitive",
        Title = "squared epsilon-insensitive",
        Use = "Regression with a tolerance, for methods that want a continuous gradient.",
        Avoid =
            "Outliers occur: beyond the tube it grows as the squared error does. epsilon-insensitive counts them less.",
        Reference = "V. Vapnik, The Nature of Statistical Learning Theory, 1995, doi:10.1007/978-1-4757-2440-0",
        Aliases = ["svr-squared"],
        Names = new() { ScikitLearn = "squared_epsilon_insensitive", Chinese = "平方 ε-不敏感损失" },
        Translations =
        [
            new(
                "sklearn.svm.LinearSVR(loss=\"squared_epsilon_insensitive\", epsilon=0.0)",
                "squared-epsilon-insensitive:epsilon={epsilon}",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.linear_model.SGDRegressor(loss=\"squared_epsilon_insensitive\", epsilon=0.1)",
                "squared-epsilon-insensitive:epsilon={epsilon}",
                "a penalty on the weights is added"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [EpsilonCard],
    };

    /// <summary>The residual that is still free.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => Epsilon.Value == 0
        ? default(SquaredLoss).Traits
        : new()
        {
            IsConvex = true,
            Smoothness = 1,
            SmoothnessConstant = 2,
            IsSymmetric = true,
            Kinks = [-Epsilon.Value, Epsilon.Value],
        };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane excess = Excess(r);
        return excess * excess;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the dual of a clamp costs two comparisons and four selects.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SquaredEpsilonInsensitiveLoss loss, TLane r)
        where TLane : struct, ILane<TLane>
    {
        TLane excess = loss.Excess(r);
        return new(excess * excess, 2 * excess);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(SquaredEpsilonInsensitiveLoss loss, TLane r)
        where TLane : struct, ILane<TLane>
    {
        TLane excess = loss.Excess(r);
        TLane curvature = TLane.WhereAtMost(loss.Epsilon, TLane.Abs(r), 2, 0);
        return new(excess * excess, 2 * excess, curvature);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Excess<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane epsilon = Epsilon;
        return r - TLane.Clamp(r, -epsilon, epsilon);
    }
}
