using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The absolute error beyond a tolerance: what is within ε is right enough (support vector regression).
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = max(0, |r| − ε)
/// L′(r) = sign r where |r| > ε, else 0
/// L″(r) = 0
/// </code>
/// Computed from r − clamp(r, −ε, ε), whose size it is. ε = 0 is the absolute error. Reference: V. Vapnik,
/// "The Nature of Statistical Learning Theory", Springer 1995.
/// </remarks>
/// <param name="epsilon">The residual that is still free, in the target's unit; 0 and above.</param>
public readonly struct EpsilonInsensitiveLoss(double epsilon) : IDistanceLoss<EpsilonInsensitiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 0.1, Domain.NonNegative, "the residual that is still free, in the target's unit")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "epsilon-insensitive",
        Title = "epsilon-insensitive",
        Use = "Regression with a tolerance: errors up to epsilon, as those of an instrument, do not matter.",
        Avoid = "No error is free: within the tube it does not learn, and epsilon has the target's unit.",
        Reference = "V. Vapnik, The Nature of Statistical Learning Theory, 1995, doi:10.1007/978-1-4757-2440-0",
        Aliases = ["svr"],
        Names = new() { ScikitLearn = "epsilon_insensitive", Chinese = "ε-不敏感损失" },
        Translations =
        [
            new(
                "sklearn.svm.SVR(epsilon=0.1)",
                "epsilon-insensitive:epsilon={epsilon}",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.svm.LinearSVR(loss=\"epsilon_insensitive\", epsilon=0.0)",
                "epsilon-insensitive:epsilon={epsilon}",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.linear_model.SGDRegressor(loss=\"epsilon_insensitive\", epsilon=0.1)",
                "epsilon-insensitive:epsilon={epsilon}",
                "a penalty on the weights is added"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [EpsilonCard],
    };

    /// <summary>The residual that is still free.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => Epsilon.Value == 0
        ? default(AbsoluteLoss).Traits
        : new()
        {
            IsConvex = true,
            LipschitzConstant = 1,
            IsSymmetric = true,
            Kinks = [-Epsilon.Value, Epsilon.Value],
        };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.Abs(Excess(r));

    /// <inheritdoc/>
    /// <remarks>By hand: 0 within the tube, where the dual of |0| would take the right side's 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(EpsilonInsensitiveLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane excess = loss.Excess(r);
        return new(TLane.Abs(excess), Stable.Sign(excess));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(EpsilonInsensitiveLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane excess = loss.Excess(r);
        return new(TLane.Abs(excess), Stable.Sign(excess), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Excess<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane epsilon = Epsilon;
        return r - TLane.Clamp(r, -epsilon, epsilon);
    }
}
