using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The hinge loss against the strongest other class.</summary>
/// <remarks>
/// With d = the largest score of another class − z of the target:
/// <code>
/// f(d)  = max(0, 1 + d)
/// f′(d) = 1 where d &gt; −1, else 0
/// </code>
/// Unlike <see cref="MultiMarginLoss"/> it is consistent wherever one class has more than half of the probability.
/// Reference: K. Crammer, Y. Singer, "On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines",
/// Journal of Machine Learning Research 2 (2001) 265–292.
/// </remarks>
public readonly struct CategoricalHingeLoss : IClassMarginLoss<CategoricalHingeLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "categorical-hinge",
        Title = "categorical hinge",
        Use = "Several classes, where only the decision counts and the strongest rival decides it.",
        Avoid =
            "Probabilities are wanted, or classes are many: only one rival of a row learns. cross-entropy moves all.",
        Reference = "K. Crammer, Y. Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector "
            + "Machines, Journal of Machine Learning Research 2 (2001) 265–292",
        Aliases = ["crammer-singer", "multiclass-hinge"],
        Names = new() { Keras = "CategoricalHinge", ScikitLearn = "hinge_loss", Chinese = "分类合页损失" },
        Translations =
        [
            new(
                "keras.losses.CategoricalHinge()",
                "categorical-hinge",
                "targets are one-hot rows; the strongest rival counts as 0 at least"),
            new("optax.multiclass_hinge_loss()", "categorical-hinge"),
            new(
                "sklearn.svm.LinearSVC(multi_class=\"crammer_singer\")",
                "categorical-hinge",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
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
        Kinks = [-1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane> => TLane.AtLeast(1 + difference, 0);

    /// <inheritdoc/>
    /// <remarks>By hand: 0 at the kink.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(CategoricalHingeLoss loss, TLane difference)
        where TLane : struct, ILane<TLane>
    {
        TLane violation = loss.Value(difference);
        return new(violation, TLane.WhereAtMost(violation, 0, 0, 1));
    }
}
