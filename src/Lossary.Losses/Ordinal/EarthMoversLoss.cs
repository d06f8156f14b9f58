using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far probability has to be carried, in steps of one class, until the prediction is the target.</summary>
/// <remarks>
/// With p = softmax(z), Pₖ = p₁ + … + pₖ and Tₖ the same of the target, over the K − 1 boundaries between classes:
/// <code>
/// L = Σₖ f(Pₖ − Tₖ)   f(d) = |d|
/// f′(d) = sign d, 0 at 0
/// </code>
/// For one class as target it is the expected distance in classes. Its best prediction is all on the median. Reference:
/// Y. Rubner, C. Tomasi, L. J. Guibas, "The Earth Mover's Distance as a Metric for Image Retrieval", International
/// Journal of Computer Vision 40 (2000) 99–121.
/// </remarks>
public readonly struct EarthMoversLoss : IOrdinalLoss<EarthMoversLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "earth-movers",
        Title = "earth mover's distance",
        Use =
            "Ordered classes, where the distance in classes is what a mistake costs and probabilities are not wanted.",
        Avoid =
            "Probabilities are wanted: its best prediction is sure of the median. Take the ranked probability score.",
        Reference = "Y. Rubner, C. Tomasi, L. J. Guibas, The Earth Mover's Distance as a Metric for Image Retrieval, "
            + "2000, doi:10.1023/A:1026543900054",
        Aliases = ["ordinal-wasserstein", "emd"],
        Names = new() { Chinese = "推土机距离" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = 1,
        IsBounded = true,
        IsSymmetric = true,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane> => TLane.Abs(difference);

    /// <inheritdoc/>
    /// <remarks>By hand: 0 at the kink.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(EarthMoversLoss loss, TLane difference) where TLane : struct, ILane<TLane> =>
        new(TLane.Abs(difference), Stable.Sign(difference));
}
