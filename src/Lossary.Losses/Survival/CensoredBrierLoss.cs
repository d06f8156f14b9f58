using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared error of the probability of lasting beyond a horizon, with rows weighed for those that were censored.
/// </summary>
/// <remarks>
/// <code>
/// L = (1 − p)² / G(h) where t &gt; h,  p² / G(t) where the event came by h,  0 where censored before h
/// </code>
/// G is the probability of not being censored, as CensoringEstimate.Before finds it at the earlier of time and horizon;
/// it is not let below the least. Weights of 0 keep their place in the mean. Reference: E. Graf, C. Schmoor, W.
/// Sauerbrei, M. Schumacher, Assessment and Comparison of Prognostic Classification Schemes for Survival Data, 1999,
/// doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18&lt;2529::AID-SIM274&gt;3.0.CO;2-5.
/// </remarks>
/// <param name="horizon">The time that is asked about, in units of the times; positive.</param>
/// <param name="least">The least probability of not being censored that is divided by; above 0, to 1.</param>
public readonly struct CensoredBrierLoss(double horizon, double least)
    : IFormulaLoss<CensoredBrierLoss>, IDocumentedLoss
{
    private static readonly ParameterCard HorizonCard = new(
        "horizon", "h", 1, Domain.Positive, "the time that is asked about, in units of the times");

    private static readonly ParameterCard LeastCard = new(
        "least", "g", 0.05, new Domain(0, 1, false, true),
        "the least probability of not being censored that is divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ipcw-brier",
        Title = "censoring-weighted Brier",
        Use = "A probability of lasting so long, from data where some rows were last seen before.",
        Avoid = "Times themselves or their order are wanted: take logistic-hazard or cox.",
        Reference = "E. Graf, C. Schmoor, W. Sauerbrei, M. Schumacher, Assessment and Comparison of Prognostic "
            + "Classification Schemes for Survival Data, 1999, "
            + "doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18<2529::AID-SIM274>3.0.CO;2-5",
        Names = new() { Chinese = "删失加权 Brier 损失" },
        Tasks = LossTask.Survival,
        Parameters = [HorizonCard, LeastCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("survival", "p", InputKind.Probability, "n", "the probability of lasting beyond the horizon")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Times,
        new(
            "uncensored", "G", InputKind.Probability, "n",
            "the probability of not being censored before the earlier of time and horizon"),
    ];

    /// <summary>The time that is asked about, in units of the times.</summary>
    public Parameter Horizon { get; } = HorizonCard.Bind(horizon);

    /// <summary>The least probability of not being censored that is divided by.</summary>
    public Parameter Least { get; } = LeastCard.Bind(least);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane divisor = TLane.AtLeast(x[3], Least), missing = 1 - x[0];
        TLane within = x[2] * (x[0] * x[0]);
        return TLane.WhereLess(Horizon, x[1], missing * missing, within) / divisor;
    }
}
