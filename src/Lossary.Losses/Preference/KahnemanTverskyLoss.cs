using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A single answer, judged desirable or not, is to gain or to lose on the reference, by a value function that flattens.
/// </summary>
/// <remarks>
/// <code>
/// L = λd σ(β (z − a))     where desirable, with a = ℓ − ℓ⁰
/// L = λu σ(β (a − z))     else
/// </code>
/// z is a constant: the mean of ℓ − ℓ⁰ over answers that belong to other prompts of the batch, at least 0. Reference:
/// K. Ethayarajh et al., KTO: Model Alignment as Prospect Theoretic Optimization, 2024, arXiv:2402.01306.
/// </remarks>
/// <param name="beta">How strongly the policy is held to the reference; positive.</param>
/// <param name="desirable">What a good answer weighs; positive.</param>
/// <param name="undesirable">What a bad answer weighs; positive.</param>
public readonly struct KahnemanTverskyLoss(double beta, double desirable, double undesirable)
    : IFormulaLoss<KahnemanTverskyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DesirableCard = new(
        "desirable", @"\lambda_d", 1, Domain.Positive, "what a good answer weighs");

    private static readonly ParameterCard UndesirableCard = new(
        "undesirable", @"\lambda_u", 1, Domain.Positive, "what a bad answer weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "kto",
        Title = "Kahneman-Tversky optimisation (KTO)",
        Use = "Aligning with single answers marked good or bad, not pairs.",
        Avoid = "Pairs are at hand: dpo compares answers to the same question, which says more than a mark for each.",
        Reference = "K. Ethayarajh et al., KTO: Model Alignment as Prospect Theoretic Optimization, 2024, "
            + "arXiv:2402.01306",
        Aliases = ["kahneman-tversky"],
        Names = new() { Chinese = "KTO 损失" },
        Translations =
        [
            new(
                "trl.KTOConfig(beta=0.1, desirable_weight=1.0, undesirable_weight=1.0)",
                "kto:beta={beta},desirable={desirable_weight},undesirable={undesirable_weight}"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [PreferenceInputs.Beta, DesirableCard, UndesirableCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("policy", @"\ell", InputKind.Real, "…", "the policy's log-probability of the answer")
        {
            IsDifferentiable = true,
        },
        new("reference", @"\ell^{0}", InputKind.Real, "…", "the reference's log-probability of the answer"),
        new("desirable", "y", InputKind.Flag, "…", "1 for a good answer, 0 for a bad one"),
        new("divergence", "z", InputKind.NonNegative, "…", "the batch's divergence of the policy from the reference")
        {
            IsOptional = true,
        },
    ];

    /// <summary>How strongly the policy is held to the reference.</summary>
    public Parameter Beta { get; } = PreferenceInputs.Beta.Bind(beta);

    /// <summary>What a good answer weighs.</summary>
    public Parameter Desirable { get; } = DesirableCard.Bind(desirable);

    /// <summary>What a bad answer weighs.</summary>
    public Parameter Undesirable { get; } = UndesirableCard.Bind(undesirable);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane gain = Beta * (x[0] - x[1] - x[3]);
        TLane desired = Desirable * TLane.Sigmoid(-gain);
        TLane undesired = Undesirable * TLane.Sigmoid(gain);
        return TLane.WhereLess(0.5, x[2], desired, undesired);
    }
}
