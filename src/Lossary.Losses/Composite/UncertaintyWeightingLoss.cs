using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Each task's loss by its learnt precision, and the price of being imprecise.</summary>
/// <remarks>
/// <code>
/// L = e^(−s) ℓ + s        s = ln ℓ at its best
/// </code>
/// The form for classification; that for regression, ½ (e^(−s) ℓ + s), is half of it with the same minimum. Take the
/// sum over tasks. Reference: A. Kendall, Y. Gal, R. Cipolla, Multi-Task Learning Using Uncertainty to Weigh Losses,
/// 2018, arXiv:1705.07115.
/// </remarks>
public readonly struct UncertaintyWeightingLoss : IFormulaLoss<UncertaintyWeightingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "uncertainty-weighting",
        Title = "uncertainty weighting",
        Use = "Several tasks at once whose weights are learnt: a task that stays noisy counts less.",
        Avoid = "A task is hard rather than noisy: its weight falls all the same. Fix the weights then.",
        Reference = "A. Kendall, Y. Gal, R. Cipolla, Multi-Task Learning Using Uncertainty to Weigh Losses, 2018, "
            + "arXiv:1705.07115",
        Aliases = ["homoscedastic-uncertainty"],
        Names = new() { Chinese = "不确定性加权" },
        Tasks = LossTask.MultiTask,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("loss", @"\ell", InputKind.Real, "…", "the tasks' losses") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "…", "a learnt number for each task, the logarithm of its noise")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        return (TLane.Exp(-x[1]) * x[0]) + x[1];
    }
}
