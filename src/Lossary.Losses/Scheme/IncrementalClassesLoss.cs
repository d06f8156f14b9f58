using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>iCaRL: yes or no for each class, of which the old ones are asked of the network as it was.</summary>
/// <remarks>
/// <code>
/// L = Σⱼ (softplus(zⱼ) − tⱼ zⱼ)        tⱼ = σ(ẑⱼ) of the m old classes, 1[y = j] of the new ones
/// </code>
/// Reference: S.-A. Rebuffi, A. Kolesnikov, G. Sperl, C. H. Lampert, iCaRL: Incremental Classifier and Representation
/// Learning, 2017, arXiv:1611.07725.
/// </remarks>
public readonly struct IncrementalClassesLoss : IGraphLoss<IncrementalClassesLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "icarl",
        Title = "iCaRL",
        Use = "New classes, batch after batch, with a few kept samples of the old ones.",
        Avoid = "Nothing was kept of the old classes: lwf; all of it was: train on all.",
        Reference = "S.-A. Rebuffi, A. Kolesnikov, G. Sperl, C. H. Lampert, iCaRL: Incremental Classifier and "
            + "Representation Learning, 2017, arXiv:1611.07725",
        Latex = @"\sum_j \left(\ln(1 + e^{z_j}) - t_j z_j\right),\quad t_j = \sigma(\hat z_j) \text{ if } j \le m "
            + @"\text{ else } [y = j]",
        Names = new() { Chinese = "增量分类器与表示学习损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => LearningWithoutForgettingLoss.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LearningWithoutForgettingLoss.RequireFewerOld(inputs);
        Tensor<T> logits = inputs["logits"], recorded = inputs["recorded"];
        int classes = logits.Shape[1], old = recorded.Shape[1];
        Tensor<T> shares = tape.OneHot<T>(inputs.Whole(tape, "target"), classes);
        ReadOnlySpan<T> answers = tape.Sigmoid(recorded).Values;
        for (int i = 0; i < answers.Length; i++)
        {
            shares.Values[(i / old * classes) + (i % old)] = answers[i];
        }

        return new(tape.Sum(tape.Formula(default(YesOrNo), logits, shares), [-1]));
    }

    private readonly struct YesOrNo : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.Softplus(x[0]) - (x[1] * x[0]);
    }
}
