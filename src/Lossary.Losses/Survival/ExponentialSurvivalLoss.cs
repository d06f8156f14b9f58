using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The likelihood of a time to an event whose risk never changes, of which some are censored.</summary>
/// <remarks>
/// <code>
/// L = t e^z − δ z
/// </code>
/// z is the logarithm of the hazard. Reference: J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure
/// Time Data", 2nd edition 2002, doi:10.1002/9781118032985.
/// </remarks>
public readonly struct ExponentialSurvivalLoss : IFormulaLoss<ExponentialSurvivalLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "exponential-survival",
        Title = "exponential survival",
        Use = "Times to an event that strikes at random, as a baseline.",
        Avoid = "A risk that changes with age. Take weibull-aft.",
        Reference = "J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, "
            + "2002, doi:10.1002/9781118032985",
        Names = new() { Chinese = "指数生存损失" },
        Tasks = LossTask.Survival,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-hazard", "z", InputKind.Real, "n", "the predicted logarithm of the hazard, per unit of time")
        {
            IsDifferentiable = true,
        },
        .. SurvivalInputs.Times,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        Stable.TimesExp(x[1], x[0]) - (x[2] * x[0]);
}
