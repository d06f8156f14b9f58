using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of times that are known, or lie between two bounds; their logarithm has a logistic distribution.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln(F((ln u − μ)/σ) − F((ln l − μ)/σ)) where l &lt; u;  −ln f((ln l − μ)/σ) + ln σ where l = u
/// </code>
/// A lower bound of 0 and an upper bound of infinity are no bounds: left and right censored. Differences are taken
/// between logarithms, so that a narrow or far interval does not underflow. It is the density of ln t: XGBoost's has
/// another ln t, which no prediction moves. Reference: A. Barnwal, H. Cho, T. Hocking, "Survival Regression with
/// Accelerated Failure Time Model in XGBoost", JCGS 31 (2022), arXiv:2006.04920.
/// </remarks>
public readonly struct IntervalLogisticLoss : IFormulaLoss<IntervalLogisticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "interval-logistic",
        Title = "interval-censored logistic",
        Use = "Times between two looks, with early and late ones that should not disturb the rest.",
        Avoid = "Events whose times are all known or censored on the right. Take log-logistic-aft.",
        Reference = "A. Barnwal, H. Cho, T. Hocking, Survival Regression with Accelerated Failure Time "
            + "Model in XGBoost, 2022, arXiv:2006.04920",
        Aliases = ["aft-logistic"],
        Names = new() { XgBoost = "survival:aft", Chinese = "区间删失逻辑损失" },
        Translations =
        [
            new(
                "xgboost.XGBRegressor(objective=\"survival:aft\", aft_loss_distribution=\"logistic\")",
                "interval-logistic",
                "aft_loss_distribution_scale=1 is an input here, as its logarithm; ln t is added for events"),
            new(
                "catboost.CatBoostRegressor(loss_function=\"SurvivalAft:dist=Logistic\")",
                "interval-logistic",
                "scale=1 is an input here, as its logarithm; ln t is added for events"),
        ],
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SurvivalInputs.Bounds;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        LifetimeFormulas<LogisticLifetime>.Interval(x);

    /// <inheritdoc/>
    public static void Arrange(IntervalLogisticLoss loss, LossInputs<double> inputs, RandomStream random) =>
        Bounds.Arrange(inputs["lower"].Values, inputs["upper"].Values);
}
