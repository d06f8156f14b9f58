using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A central interval is to be narrow, and pays for each target that it misses.</summary>
/// <remarks>
/// <code>
/// L = (u − l) + 2/α (l − t)₊ + 2/α (t − u)₊
/// </code>
/// Reference: T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007,
/// doi:10.1198/016214506000001437.
/// </remarks>
/// <param name="alpha">The share of targets that may lie outside; between 0 and 1.</param>
public readonly struct IntervalScoreLoss(double alpha) : IFormulaLoss<IntervalScoreLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.1, new Domain(0, 1, false, false), "the share of targets that may lie outside");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "interval-score",
        Title = "interval score (Winkler)",
        Use = "A lower and an upper bound that are to hold 1 − α of the targets.",
        Avoid = "More than one interval is wanted: multi-quantile has all of them at once.",
        Reference = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
            + "doi:10.1198/016214506000001437",
        Aliases = ["winkler", "winkler-score"],
        Names = new() { Chinese = "区间评分（Winkler）" },
        Translations =
        [
            new("scoringrules.interval_score(alpha=0.1)", "interval-score:alpha={alpha}", "alpha has no default there"),
        ],
        Tasks = LossTask.Probabilistic,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("lower", "l", InputKind.Real, "…", "the predicted lower bound") { IsDifferentiable = true },
        new("upper", "u", InputKind.Real, "…", "the predicted upper bound") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <summary>The share of targets that may lie outside.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    private readonly Parameter _price = new(@"\frac{2}{\alpha}", 2 / alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane below = TLane.AtLeast(x[0] - x[2], 0);
        TLane above = TLane.AtLeast(x[2] - x[1], 0);
        return x[1] - x[0] + (_price * (below + above));
    }
}
