using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Ordered classes as intervals of a latent score, cut by thresholds that are learned.</summary>
/// <remarks>
/// <code>
/// L = −ln(F(θ of y − s) − F(θ of y − 1 − s)),  F = σ
/// </code>
/// The thresholds are θ₀ = c₀ and θₖ = θₖ₋₁ + ln(1 + e^cₖ): whatever the cuts c are, the thresholds are in order.
/// Differences are taken between logarithms, so that a class far from the score does not underflow. Reference: P.
/// McCullagh, "Regression Models for Ordinal Data", Journal of the Royal Statistical Society B 42 (1980),
/// doi:10.1111/j.2517-6161.1980.tb01109.x.
/// </remarks>
public readonly struct CumulativeLogitLoss : IGraphLoss<CumulativeLogitLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cumulative-link",
        Title = "cumulative logit",
        Use = "Ordered classes as steps of one latent score: the proportional odds model.",
        Avoid = "Classes whose order differs from predictor to predictor. Take cross-entropy.",
        Reference = "P. McCullagh, Regression Models for Ordinal Data, 1980, "
            + "doi:10.1111/j.2517-6161.1980.tb01109.x",
        Latex = @"-\ln \left(F(\theta_y - s) - F(\theta_{y-1} - s)\right)",
        Aliases = ["proportional-odds", "cumulative-logit", "ordered-logit"],
        Names = new() { Chinese = "累积逻辑连接损失" },
        Translations =
        [
            new(
                "statsmodels.miscmodels.ordinal_model.OrderedModel(distr=\"logit\")",
                "cumulative-link",
                "fitted by maximum likelihood; the steps between thresholds are exponentials"),
        ],
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
        return new(Thresholds.Between<LogisticLifetime, T>(tape, inputs));
    }
}
