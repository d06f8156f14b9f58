using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The absolute error in units of what a naive forecast of the same series errs; its mean is MASE.</summary>
/// <remarks>
/// <code>
/// L = |p − t| / s        s the mean |yₜ − yₜ₋ₘ| over the training part of the series
/// </code>
/// Reference: R. J. Hyndman, A. B. Koehler, Another Look at Measures of Forecast Accuracy, 2006,
/// doi:10.1016/j.ijforecast.2006.03.001.
/// </remarks>
public readonly struct AbsoluteScaledLoss : IFormulaLoss<AbsoluteScaledLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "absolute-scaled",
        Title = "absolute scaled error",
        Use = "Forecasts of many series of different scales: each error is measured by the series' own naive "
            + "forecast.",
        Avoid = "There is one series, or all have one scale: the absolute error orders models the same way.",
        Reference = "R. J. Hyndman, A. B. Koehler, Another Look at Measures of Forecast Accuracy, 2006, "
            + "doi:10.1016/j.ijforecast.2006.03.001",
        Aliases = ["mase"],
        Names = new() { Chinese = "平均绝对标度误差" },
        Translations =
        [
            new(
                "neuralforecast.losses.pytorch.MASE(seasonality=24)",
                "absolute-scaled",
                "seasonality has no default there; here the scale is an input, the mean change over a season"),
        ],
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "…", "the forecasts") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
        new("scale", "s", InputKind.Positive, "…", "the mean absolute error of the series' naive forecast in training"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, LipschitzConstant = double.PositiveInfinity };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        return TLane.Abs(x[0] - x[1]) / x[2];
    }
}
