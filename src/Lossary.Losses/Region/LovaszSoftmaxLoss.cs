using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A surrogate of the mean intersection over union of all classes: errors of the probabilities, weighed by the
/// Jaccard loss.
/// </summary>
/// <remarks>
/// <code>
/// L = mean over the classes k present of Σ over errors by falling size of e (J of the first i − J of the first i − 1)
/// e = |[y = k] − pₖ|
/// </code>
/// J is 1 − intersection over union where the first i pixels are wrong. There is one term for each class, over the
/// pixels of the whole batch; a class that the batch does not have weighs nothing. Equal errors stand in the order of
/// the pixels. Reference: M. Berman, A. R. Triki, M. B. Blaschko, "The Lovász-Softmax Loss: A Tractable Surrogate for
/// the Optimization of the Intersection-Over-Union Measure in Neural Networks", CVPR 2018, arXiv:1705.08790.
/// </remarks>
/// <param name="probabilities">
/// 1 where predictions are probabilities, 0 for logits, of which the softmax is taken.
/// </param>
public readonly struct LovaszSoftmaxLoss(double probabilities) : IGraphLoss<LovaszSoftmaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ProbabilitiesCard = new(
        "probabilities", @"\pi", 0, Switch.Domain, "1 where predictions are probabilities, 0 for logits");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lovasz-softmax",
        Title = "Lovász softmax",
        Use = "Segmentation judged by the mean intersection over union: a fine-tuning after cross entropy.",
        Avoid = "Batches of few pixels, whose classes come and go. Take dice-cross-entropy.",
        Reference = "M. Berman, A. R. Triki, M. B. Blaschko, The Lovász-Softmax Loss, 2018, arXiv:1705.08790",
        Latex = @"\frac{1}{|C|} \sum_{k \in C} \sum_i e_{(i)} \left(J_i - J_{i-1}\right), \quad e = |[y = k] - p_k|",
        Names = new() { Chinese = "Lovász Softmax 损失" },
        Translations =
        [
            new(
                "segmentation_models_pytorch.losses.LovaszLoss(mode=\"multiclass\")",
                "lovasz-softmax",
                "the same for the batch; per_image=True is one loss for each image"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [ProbabilitiesCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, k, …", "a logit, or a probability, for each image, class and pixel")
        {
            IsDifferentiable = true,
        },
        new("label", "y", InputKind.ClassNumber, "n, …", "the class of each pixel") { Below = "k" },
        RegionInputs.Counts,
    ];

    /// <summary>Whether predictions are probabilities.</summary>
    public bool FromProbabilities { get; } = Switch.Bind(ProbabilitiesCard, probabilities);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(LovaszSoftmaxLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(new RegionOptions(FromProbabilities: loss.FromProbabilities), inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int images = inputs.Extent("n"), classes = inputs.Extent("k"), pixels = inputs.Extent("…");
        Tensor<T> prediction = inputs["prediction"];
        RegionInputs.Check(new RegionOptions(FromProbabilities, Softmax: !FromProbabilities), prediction);
        Tensor<T> planes = tape.Reshape(prediction, new Shape(images, classes, pixels));
        planes = RegionInputs.Counted(tape, inputs, planes);
        planes = FromProbabilities ? planes : tape.Softmax(planes, 1);

        // No error: an ignored pixel is of no class, and predicted to be of none.
        planes = tape.Permute(RegionInputs.Counted(tape, inputs, planes), [1, 0, 2]);
        Tensor<T> belongs = tape.Rent(planes.Shape);
        int[] labels = inputs.Whole(tape, "label");
        ReadOnlySpan<T> counts = inputs.Find("counts") is { } flags ? flags.Values : [];
        for (int k = 0; k < classes; k++)
        {
            Span<T> plane = belongs.Values.Slice(k * labels.Length, labels.Length);
            for (int pixel = 0; pixel < plane.Length; pixel++)
            {
                bool isCounted = counts.IsEmpty || counts[pixel] == T.One;
                plane[pixel] = isCounted && labels[pixel] == k ? T.One : T.Zero;
            }
        }

        Tensor<T> errors = tape.Formula(default(ProbabilityError), planes, belongs);
        int[] starts = GroupRuns.Even(tape, classes, labels.Length);
        return GroupOperation.Compute(tape, new LovaszExtension(skipsAbsent: true), starts, errors, belongs);
    }

    /// <summary>|t − p| for t of 0 or 1.</summary>
    private readonly struct ProbabilityError : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            x[1] + (x[0] * (1 - (2 * x[1])));
    }
}
