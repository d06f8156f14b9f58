using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Of samples that belong to no class a classifier is to be unsure.</summary>
/// <remarks>
/// <code>
/// L = ln Σₖ exp(zₖ) − z̄
/// </code>
/// The cross entropy from equal shares, of outliers alone: add it to that of labelled samples with a weight of 0.5.
/// Reference: D. Hendrycks, M. Mazeika, T. Dietterich, Deep Anomaly Detection with Outlier Exposure, 2019,
/// arXiv:1812.04606.
/// </remarks>
public readonly struct OutlierExposureLoss : IGraphLoss<OutlierExposureLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "outlier-exposure",
        Title = "outlier exposure",
        Use = "A classifier that is to know what it does not know, with some outliers of any kind at hand.",
        Avoid = "No outliers are at hand: margin-smoothing or an ensemble.",
        Reference = "D. Hendrycks, M. Mazeika, T. Dietterich, Deep Anomaly Detection with Outlier Exposure, 2019, "
            + "arXiv:1812.04606",
        Latex = @"\ln \sum_k e^{z_k} - \bar z",
        Names = new() { Chinese = "离群暴露损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits of the outliers") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Subtract(tape.LogSumExp(inputs["logits"], [-1]), tape.Mean(inputs["logits"], [-1])));
}
