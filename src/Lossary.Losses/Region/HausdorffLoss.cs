using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Squared errors of pixels, weighed by how far they are from both outlines: a smooth Hausdorff distance.
/// </summary>
/// <remarks>
/// <code>
/// L = (p − t)² (dₚ^α + dₜ^α)     for each pixel
/// </code>
/// The distances to the predicted and to the true outline are inputs: computed anew for the prediction at each step,
/// and held constant in the gradient. Reference: D. Karimi, S. E. Salcudean, "Reducing the Hausdorff Distance in
/// Medical Image Segmentation with Convolutional Neural Networks", IEEE TMI 39 (2020), arXiv:1904.10030.
/// </remarks>
/// <param name="alpha">The power of the distances; the paper takes 2.</param>
public readonly struct HausdorffLoss(double alpha) : IFormulaLoss<HausdorffLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 2, Domain.Positive, "the power of the distances");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hausdorff",
        Title = "Hausdorff distance",
        Use = "Segmentation judged by the largest error of the outline, after other training or added to a loss of "
            + "overlap.",
        Avoid = "Noisy outlines: the farthest wrong pixel decides. Take dice-cross-entropy.",
        Reference = "D. Karimi, S. E. Salcudean, Reducing the Hausdorff Distance in Medical Image Segmentation with "
            + "Convolutional Neural Networks, 2020, arXiv:1904.10030",
        Aliases = ["hausdorff-distance-transform"],
        Names = new() { Chinese = "豪斯多夫距离损失" },
        Translations =
        [
            new(
                "monai.losses.HausdorffDTLoss(sigmoid=True, alpha=2.0)",
                "hausdorff:alpha={alpha}",
                "it computes the distances, which are inputs here"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("probability", "p", InputKind.Probability, "…", "the probability that the pixel is of the region")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Probability, "…", "1 where the pixel is of the region, 0 where not"),
        new(
            "prediction-distance", "d_p", InputKind.NonNegative, "…",
            "the distance to the predicted outline, in pixels"),
        new("target-distance", "d_t", InputKind.NonNegative, "…", "the distance to the true outline, in pixels"),
    ];

    /// <summary>The power of the distances.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane error = x[0] - x[1];
        return error * error * (TLane.Pow(x[2], Alpha) + TLane.Pow(x[3], Alpha));
    }
}
