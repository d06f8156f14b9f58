using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The hinge loss against every other class: each must stay a margin below the target's score.</summary>
/// <remarks>
/// With d = z of another class − z of the target, and K classes:
/// <code>
/// L     = Σ max(0, margin + d)^p / K     over the other classes
/// f′(d) = p max(0, margin + d)^(p − 1)   0 at the kink
/// </code>
/// Class weights multiply the rows; PyTorch's mean divides by the number of rows all the same, which is
/// <see cref="Reduction.MeanOverCount"/>. Reference: J. Weston, C. Watkins, "Support Vector Machines for Multi-Class
/// Pattern Recognition", ESANN 1999, 219–224.
/// </remarks>
/// <param name="power">p: 1 or 2.</param>
/// <param name="margin">How far below the target's score the others must stay; positive.</param>
public readonly struct MultiMarginLoss(double power = 1, double margin = 1)
    : IClassMarginLoss<MultiMarginLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "p", "p", 1, new Domain(1, 2, true, true, EndsOnly: true), "the power of the violation");

    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.Positive, "how far below the target's score the others must stay");

    private readonly Parameter _power = PowerCard.Bind(power);
    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <summary>The power of the violation: 1 or 2.</summary>
    public double Power => _power.Value;

    /// <summary>How far below the target's score the others must stay.</summary>
    public double Margin => _margin.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-margin",
        Title = "multi-margin",
        Use = "Several classes, where only the decision counts and no probability is wanted.",
        Avoid = "Probabilities are wanted: its scores are none. cross-entropy gives them.",
        Reference =
            "J. Weston, C. Watkins, Support Vector Machines for Multi-Class Pattern Recognition, ESANN 1999, 219–224",
        Aliases = ["weston-watkins"],
        Names = new() { PyTorch = "MultiMarginLoss", Chinese = "多分类合页损失" },
        Translations =
        [
            new("torch.nn.MultiMarginLoss(p=1, margin=1.0)", "multi-margin:p={p},margin={margin}"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [PowerCard, MarginCard],
    };

    /// <inheritdoc/>
    public static ClassCombination Combination => ClassCombination.MeanOverClasses;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = Power == 1 ? 0 : 1,
        LipschitzConstant = Power == 1 ? 1 : double.PositiveInfinity,
        SmoothnessConstant = Power == 1 ? double.PositiveInfinity : 2,
        Kinks = [-Margin],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane>
    {
        TLane violation = TLane.AtLeast(difference + _margin, 0);
        return TLane.WhereLess(_power, 1.5, violation, violation * violation);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: 0 at the kink, as PyTorch has it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(MultiMarginLoss loss, TLane difference) where TLane : struct, ILane<TLane>
    {
        TLane violation = TLane.AtLeast(difference + loss._margin, 0);
        TLane linear = TLane.WhereAtMost(violation, 0, 0, 1);
        return new(
            TLane.WhereLess(loss._power, 1.5, violation, violation * violation),
            TLane.WhereLess(loss._power, 1.5, linear, 2 * violation));
    }
}
