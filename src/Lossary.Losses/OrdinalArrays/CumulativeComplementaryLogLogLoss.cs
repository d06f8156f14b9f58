using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Ordered classes as intervals of a latent score, cut by thresholds that are learned.</summary>
/// <remarks>
/// <code>
/// L = −ln(F(θ of y − s) − F(θ of y − 1 − s)),  F = 1 − e^(−e^·)
/// </code>
/// The thresholds are θ₀ = c₀ and θₖ = θₖ₋₁ + ln(1 + e^cₖ): whatever the cuts c are, the thresholds are in order.
/// Differences are taken between logarithms, so that a class far from the score does not underflow. Reference: P.
/// McCullagh, "Regression Models for Ordinal Data", Journal of the Royal Statistical Society B 42 (1980),
/// doi:10.1111/j.2517-6161.1980.tb01109.x.
/// </remarks>
public readonly struct CumulativeComplementaryLogLogLoss
    : IGraphLoss<CumulativeComplementaryLogLogLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cumulative-cloglog",
        Title = "cumulative complementary log-log",
        Use = "Ordered classes that are stages passed one after the other: the discrete proportional "
            + "hazards model.",
        Avoid = "Classes symmetric about a middle one. Take cumulative-link.",
        Reference = "P. McCullagh, Regression Models for Ordinal Data, 1980, "
            + "doi:10.1111/j.2517-6161.1980.tb01109.x",
        Latex = @"-\ln \left(F(\theta_y - s) - F(\theta_{y-1} - s)\right)",
        Aliases = ["ordered-cloglog"],
        Names = new() { Chinese = "累积互补双对数连接损失" },
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = OrdinalInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(Thresholds.Between<ExtremeLifetime, T>(tape, inputs));
    }
}
