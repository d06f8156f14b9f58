using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A reward model is to score the chosen answer above the rejected one.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(c − r − m) + λ (c + r)²
/// </code>
/// λ keeps the scores, which only differ, around 0. Reference: R. A. Bradley, M. E. Terry, Rank Analysis of Incomplete
/// Block Designs, 1952, doi:10.2307/2334029; L. Ouyang et al., 2022, arXiv:2203.02155.
/// </remarks>
/// <param name="centring">What scores away from 0 cost; not negative.</param>
public readonly struct BradleyTerryLoss(double centring) : IFormulaLoss<BradleyTerryLoss>, IDocumentedLoss
{
    private static readonly ParameterCard CentringCard = new(
        "centring", @"\lambda", 0, Domain.NonNegative, "what scores away from 0 cost");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bradley-terry",
        Title = "Bradley-Terry",
        Use = "Training a reward model, or scores of players, from pairs of which one won.",
        Avoid =
            "Ties are common or answers come in long lists: it knows pairs with a winner. a listwise loss takes whole "
            + "orders.",
        Reference = "R. A. Bradley, M. E. Terry, Rank Analysis of Incomplete Block Designs, 1952, "
            + "doi:10.2307/2334029; L. Ouyang et al., Training Language Models to Follow Instructions with Human "
            + "Feedback, 2022, arXiv:2203.02155",
        Aliases = ["reward-model"],
        Names = new() { Chinese = "Bradley-Terry 损失" },
        Translations =
        [
            new(
                "trl.RewardConfig(center_rewards_coefficient=0.0)",
                "bradley-terry:centring={center_rewards_coefficient}",
                "no centring by default there, None"),
        ],
        Tasks = LossTask.Preference,
        Parameters = [CentringCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("chosen", "c", InputKind.Real, "…", "the score of what was chosen") { IsDifferentiable = true },
        new("rejected", "r", InputKind.Real, "…", "the score of what was not") { IsDifferentiable = true },
        new("margin", "m", InputKind.Real, "…", "the lead that the pair is to have") { IsOptional = true },
    ];

    /// <summary>What scores away from 0 cost.</summary>
    public Parameter Centring { get; } = CentringCard.Bind(centring);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane sum = x[0] + x[1];
        return (Centring * sum * sum) - TLane.LogSigmoid(x[0] - x[1] - x[2]);
    }
}
