using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Puts the score that should be higher above the other by a margin, for pairs that are given.</summary>
/// <remarks>
/// <code>
/// L = max(0, m − y (a − b))
/// </code>
/// Reference: R. Herbrich, T. Graepel, K. Obermayer, "Large Margin Rank Boundaries for Ordinal Regression", Advances in
/// Large Margin Classifiers, 2000.
/// </remarks>
/// <param name="margin">By how much the better score has to be above the other; not negative.</param>
public readonly struct MarginRankingLoss(double margin) : IFormulaLoss<MarginRankingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 0, Domain.NonNegative, "by how much the better score has to be above the other")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "margin-ranking",
        Title = "margin ranking",
        Use = "Pairs of which it is known which one is better: comparisons, preferences, clicks.",
        Avoid = "A margin of 0 is met by scores that are all equal: give one, or take bpr.",
        Reference = "R. Herbrich, T. Graepel, K. Obermayer, Large Margin Rank Boundaries for Ordinal Regression, "
            + "Advances in Large Margin Classifiers, MIT Press 2000",
        Names = new() { PyTorch = "MarginRankingLoss", Chinese = "间隔排序损失" },
        Translations =
        [
            new("torch.nn.MarginRankingLoss(margin=0.0)", "margin-ranking:margin={margin}"),
        ],
        Tasks = LossTask.Ranking,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("first", "a", InputKind.Real, "…", "the first score") { IsDifferentiable = true },
        new("second", "b", InputKind.Real, "…", "the second score") { IsDifferentiable = true },
        new("sign", "y", InputKind.Sign, "…", "1 where the first should be higher, -1 where the second should"),
    ];

    /// <summary>By how much the better score has to be above the other.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.AtLeast(Margin - (x[2] * (x[0] - x[1])), 0);
}
