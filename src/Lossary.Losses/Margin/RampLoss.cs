using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The hinge, cut off: a sample that is wrong by far stops to pull.</summary>
/// <remarks>
/// <code>
/// L(m)  = min(1 − s, max(0, 1 − m))
/// L′(m) = −1 where s &lt; m &lt; 1, else 0
/// </code>
/// s = 0 bounds it by 1; with s = −1 both classes share a cost of 2 at every score, so that labels flipped at random do
/// not move the optimum. Also called truncated hinge. Reference: R. Collobert, F. Sinz, J. Weston, L. Bottou, "Trading
/// Convexity for Scalability", ICML 2006.
/// </remarks>
/// <param name="s">The margin below which a sample is given up; finite, at most 0.</param>
public readonly struct RampLoss(double s) : IMarginLoss<RampLoss>, IDocumentedLoss
{
    private static readonly ParameterCard CutCard = new(
        "s", "s", 0, new Domain(double.NegativeInfinity, 0, false, true),
        "the margin below which a sample is given up");

    private readonly Parameter _most = new("(1 - s)", 1 - s);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ramp",
        Title = "ramp",
        Use = "Two classes with wrong labels, where only the decision counts, from a good start.",
        Avoid = "A start from nothing: samples below s are never taken up. Begin with hinge.",
        Reference = "R. Collobert et al., Trading Convexity for Scalability, 2006, doi:10.1145/1143844.1143870",
        Aliases = ["truncated-hinge"],
        Names = new() { Chinese = "斜坡损失" },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
        Parameters = [CutCard],
    };

    /// <summary>The margin below which a sample is given up.</summary>
    public Parameter S { get; } = CutCard.Bind(s);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        LipschitzConstant = 1,
        IsBounded = true,
        IsRedescending = true,
        IsCalibrated = true,
        IsNoiseSymmetric = S.Value == -1,
        Kinks = [S.Value, 1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> =>
        TLane.AtMost(TLane.AtLeast(1 - m, 0), _most);
}
