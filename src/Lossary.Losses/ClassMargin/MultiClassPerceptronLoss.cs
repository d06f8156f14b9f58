using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far the strongest other class lies above the target: 0 as soon as the row is right.</summary>
/// <remarks>
/// With d = the largest score of another class − z of the target:
/// <code>
/// f(d)  = max(0, d)
/// f′(d) = 1 where d &gt; 0, else 0
/// </code>
/// Scores that are all alike cost 0 too: no margin is asked for. Reference: K. Crammer, Y. Singer, "Ultraconservative
/// Online Algorithms for Multiclass Problems", Journal of Machine Learning Research 3 (2003) 951–991.
/// </remarks>
public readonly struct MultiClassPerceptronLoss : IClassMarginLoss<MultiClassPerceptronLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-class-perceptron",
        Title = "multi-class perceptron",
        Use = "Several classes that a linear score separates, learnt row by row.",
        Avoid = "Classes that overlap, or a margin is wanted: take categorical hinge.",
        Reference = "K. Crammer, Y. Singer, Ultraconservative Online Algorithms for Multiclass Problems, Journal of "
            + "Machine Learning Research 3 (2003) 951–991",
        Aliases = ["multiclass-perceptron"],
        Names = new() { Chinese = "多分类感知机损失" },
        Translations =
        [
            new("optax.losses.multiclass_perceptron_loss()", "multi-class-perceptron"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public static ClassCombination Combination => ClassCombination.Worst;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = 1,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane> => TLane.AtLeast(difference, 0);

    /// <inheritdoc/>
    /// <remarks>By hand: 0 at the kink.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(MultiClassPerceptronLoss loss, TLane difference)
        where TLane : struct, ILane<TLane> =>
        new(loss.Value(difference), TLane.WhereLess(0, difference, 1, 0));
}
