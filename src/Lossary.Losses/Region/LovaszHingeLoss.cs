using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A convex surrogate of the intersection over union of one class: hinge errors by size, weighed by the Jaccard loss.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over errors m by falling size of max(0, m) (J of the first k − J of the first k − 1),  m = 1 − (2t − 1) z
/// </code>
/// J is 1 − intersection over union where the first k pixels are wrong. There is one term for each image; in one
/// without the class the largest error counts. Equal errors stand in the order of the pixels. Sorting takes n log n.
/// Reference: M. Berman, A. R. Triki, M. B. Blaschko, "The Lovász-Softmax Loss: A Tractable Surrogate for the
/// Optimization of the Intersection-Over-Union Measure in Neural Networks", CVPR 2018, arXiv:1705.08790.
/// </remarks>
/// <param name="skipAbsent">1 to leave out images without the class, 0 to count them.</param>
public readonly struct LovaszHingeLoss(double skipAbsent) : IGraphLoss<LovaszHingeLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SkipAbsentCard = new(
        "skip-absent", @"a", 0, Switch.Domain, "1 to leave out images without the class, 0 to count them");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lovasz-hinge",
        Title = "Lovász hinge",
        Use = "Segmentation of one class judged by the intersection over the union: a fine-tuning after cross entropy.",
        Avoid = "Training from the start, which it makes slow and unsteady. Take dice-cross-entropy.",
        Reference = "M. Berman, A. R. Triki, M. B. Blaschko, The Lovász-Softmax Loss, 2018, arXiv:1705.08790",
        Latex = @"\sum_k \max(0, m_{(k)}) \left(J_k - J_{k-1}\right), \quad m = 1 - (2 t - 1) z",
        Names = new() { Chinese = "Lovász 合页损失" },
        Translations =
        [
            new(
                "segmentation_models_pytorch.losses.LovaszLoss(mode=\"binary\")",
                "lovasz-hinge",
                "the batch counts as one image unless per_image is True"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [SkipAbsentCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, …", "the logit of each image's pixels") { IsDifferentiable = true },
        new("target", "t", InputKind.Flag, "n, …", "1 where the pixel is of the class, 0 where not"),
        RegionInputs.Counts,
    ];

    /// <summary>Whether images without the class are left out.</summary>
    public bool SkipsAbsent { get; } = Switch.Bind(SkipAbsentCard, skipAbsent);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("…"));
        Tensor<T> logit = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["logit"], shape)),
            target = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["target"], shape));

        // No error: an ignored pixel is in no intersection and no union that counts.
        Tensor<T> errors = RegionInputs.Counted(tape, inputs, tape.Formula(default(HingeError), logit, target));
        int[] starts = GroupRuns.Even(tape, shape[0], shape[1]);
        return GroupOperation.Compute(tape, new LovaszExtension(SkipsAbsent), starts, errors, target);
    }

    /// <summary>1 − (2t − 1) z.</summary>
    private readonly struct HingeError : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            1 - (((2 * x[1]) - 1) * x[0]);
    }
}
