using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The mean log-probability of a token is the reward, and the chosen answer is to lead by a margin: no reference model.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln σ(β (ℓc / nc − ℓr / nr) − γ)
/// </code>
/// Reference: Y. Meng, M. Xia, D. Chen, SimPO: Simple Preference Optimization with a Reference-Free Reward, 2024,
/// arXiv:2405.14734.
/// </remarks>
/// <param name="beta">What a unit of reward counts; positive.</param>
/// <param name="margin">The lead that is asked for; not negative.</param>
public readonly struct SimplePreferenceLoss(double beta, double margin)
    : IFormulaLoss<SimplePreferenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 2, Domain.Positive, "what a unit of reward counts");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"\gamma", 0.5, Domain.NonNegative, "the lead that is asked for");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "simpo",
        Title = "SimPO",
        Use = "Aligning with pairs of unequal length without a reference model.",
        Avoid = "A reference is at hand and the model must not drift: dpo holds it there.",
        Reference = "Y. Meng, M. Xia, D. Chen, SimPO: Simple Preference Optimization with a Reference-Free Reward, "
            + "2024, arXiv:2405.14734",
        Names = new() { Chinese = "SimPO 损失" },
        Translations =
        [
            new(
                "trl.CPOConfig(loss_type=\"simpo\", beta=0.1, simpo_gamma=0.5)",
                "simpo:beta={beta},margin={simpo_gamma}",
                "cpo_alpha=0 leaves the likelihood out, which is added by default"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [BetaCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. PreferenceInputs.Alone,
        new("chosen-length", "n_c", InputKind.Positive, "…", "tokens of the chosen answer"),
        new("rejected-length", "n_r", InputKind.Positive, "…", "tokens of the rejected answer"),
    ];

    /// <summary>What a unit of reward counts.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>The lead that is asked for.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid((Beta * ((x[0] / x[2]) - (x[1] / x[3]))) - Margin);
}
