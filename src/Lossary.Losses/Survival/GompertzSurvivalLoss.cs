using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of a time to an event whose risk grows by a factor with each unit of time, of which some are
/// censored.
/// </summary>
/// <remarks>
/// <code>
/// L = e^s (e^(γt) − 1)/γ − δ (s + γ t)
/// </code>
/// The hazard is e^(s + γ t); γ = 0 is a constant one, below 0 some rows never have the event. Reference: B. Gompertz,
/// On the Nature of the Function Expressive of the Law of Human Mortality, 1825, doi:10.1098/rstl.1825.0026.
/// </remarks>
public readonly struct GompertzSurvivalLoss : IFormulaLoss<GompertzSurvivalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gompertz-survival",
        Title = "Gompertz survival",
        Use = "Lifetimes of adults or machines, whose risk grows exponentially with age.",
        Avoid = "Risk rises and falls: take log-logistic-aft.",
        Reference = "B. Gompertz, On the Nature of the Function Expressive of the Law of Human Mortality, 1825, "
            + "doi:10.1098/rstl.1825.0026",
        Names = new() { Chinese = "Gompertz 生存损失" },
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-hazard", "s", InputKind.Real, "n", "the logarithm of the hazard at time 0")
        {
            IsDifferentiable = true,
        },
        new(
            "growth", @"\gamma", InputKind.Real, "n",
            "by how much the logarithm of the hazard grows with a unit of time")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Times,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane growth = x[1] * x[2];
        if (typeof(TLane) == typeof(Symbol))
        {
            return (TLane.Exp(x[0]) * (TLane.ExpM1(growth) / x[1])) - (x[3] * (x[0] + growth));
        }

        return (TLane.Exp(x[0]) * x[2] * Stable.ExpM1OverX(growth)) - (x[3] * (x[0] + growth));
    }
}
