using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared error of predicted times, with the events that were seen weighed for those that were not.
/// </summary>
/// <remarks>
/// <code>
/// L = δ (p − t)² / G(t)
/// </code>
/// G is the probability of not being censored before the time, as CensoringEstimate.Before finds it; it is not let
/// below the least. Give logarithms of times as times and predictions where errors are relative. Reference: M. J. van
/// der Laan, J. M. Robins, Unified Methods for Censored Longitudinal Data and Causality, 2003,
/// doi:10.1007/978-0-387-21700-0.
/// </remarks>
/// <param name="least">The least probability of not being censored that is divided by; above 0, to 1.</param>
public readonly struct CensoredSquaredLoss(double least) : IFormulaLoss<CensoredSquaredLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LeastCard = new(
        "least", "g", 0.05, new Domain(0, 1, false, true),
        "the least probability of not being censored that is divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ipcw-squared",
        Title = "censoring-weighted squared error",
        Use = "A mean time to an event, from data where some rows were last seen before it.",
        Avoid = "Many rows are censored, or all late ones: few events carry all the weight. Take weibull-aft.",
        Reference = "M. J. van der Laan, J. M. Robins, Unified Methods for Censored Longitudinal Data and Causality, "
            + "2003, doi:10.1007/978-0-387-21700-0",
        Names = new() { Chinese = "删失加权平方误差" },
        Tasks = LossTask.Survival,
        Parameters = [LeastCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n", "the predicted time") { IsDifferentiable = true },
        new("time", "t", InputKind.Real, "n", "the time of the event, or of the last look"),
        new("event", @"\delta", InputKind.Flag, "n", "1 where the event was seen, 0 where not by then"),
        new("uncensored", "G", InputKind.Probability, "n", "the probability of not being censored before the time"),
    ];

    /// <summary>The least probability of not being censored that is divided by.</summary>
    public Parameter Least { get; } = LeastCard.Bind(least);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane error = x[0] - x[1];
        return x[2] / TLane.AtLeast(x[3], Least) * error * error;
    }
}
