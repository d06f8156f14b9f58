using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The cross entropy of the worst pixels alone: those that are right already do not count.</summary>
/// <remarks>
/// <code>
/// L = mean of −ln p over the share k of all pixels for which it is largest
/// </code>
/// Which pixels count is decided over the whole batch and held constant; there is one pixel at least, and equal ones
/// count in their order. There is one term for each pixel. Reference: Z. Wu, C. Shen, A. van den Hengel, "Bridging
/// Category-Level and Instance-Level Semantic Image Segmentation", arXiv:1605.06885.
/// </remarks>
/// <param name="share">The share of the pixels that count.</param>
public readonly struct TopShareCrossEntropyLoss(double share) : IGraphLoss<TopShareCrossEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ShareCard = new(
        "share", @"k", 0.1, new Domain(0, 1, false, true), "the share of the pixels that count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "top-k-cross-entropy",
        Title = "top-k cross entropy",
        Use = "Segmentation in which nearly all pixels are easy.",
        Avoid = "Noisy labels, which are the worst pixels. Take dice-cross-entropy.",
        Reference = "Z. Wu, C. Shen, A. van den Hengel, Bridging Category-Level and Instance-Level Semantic"
            + " Image Segmentation, 2016, arXiv:1605.06885",
        Latex = @"\frac{1}{|W|} \sum_{i \in W} -\ln p_i, \quad W \text{ the worst share } k \text{ of "
            + @"the pixels}",
        Aliases = ["ohem-cross-entropy", "hard-example-cross-entropy", "ohem"],
        Names = new() { Chinese = "Top-k 交叉熵损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [ShareCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, k, …", "the logit of each image, class and pixel")
        {
            IsDifferentiable = true,
        },
        new("label", "y", InputKind.ClassNumber, "n, …", "the class of each pixel") { Below = "k" },
        RegionInputs.Counts,
    ];

    /// <summary>The share of the pixels that count.</summary>
    public double Share { get; } = ShareCard.Bind(share).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("k"), inputs.Extent("…"));
        int[] labels = inputs.Whole(tape, "label");
        Tensor<T> logits = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["logit"], shape));
        Tensor<T> classes = tape.Permute(tape.LogSoftmax(logits, 1), [0, 2, 1]);
        Tensor<T> rows = tape.Reshape(classes, new Shape(labels.Length * shape[1], 1)),
            own = tape.Rent(inputs["label"].Shape);
        for (int pixel = 0; pixel < labels.Length; pixel++)
        {
            own.Values[pixel] = T.CreateTruncating((pixel * shape[1]) + labels[pixel]);
        }

        Tensor<T> values = tape.Reshape(tape.Negate(tape.Gather(rows, own)), inputs["label"].Shape);
        return new(values, Worst(tape, values, inputs.Find("counts") is { } counts ? counts.Values : []));
    }

    /// <summary>1 for the worst of the pixels that are not ignored.</summary>
    private Tensor<T> Worst<T>(Tape<T> tape, Tensor<T> values, ReadOnlySpan<T> counts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = values.Shape.Length;
        Tensor<T> worst = tape.Rent(values.Shape);
        worst.Values.Clear();
        int counted = counts.IsEmpty ? count : counts.Count(T.One);
        if (counted > 0)
        {
            ReadOnlySpan<T> from = values.Values;
            Span<double> numbers = GroupMemory.Own.Numbers(0, count);
            for (int i = 0; i < count; i++)
            {
                // A cross entropy is at least 0: what is ignored comes last.
                numbers[i] = counts.IsEmpty || counts[i] == T.One ? double.CreateTruncating(from[i]) : -1;
            }

            ReadOnlySpan<int> order = new GroupRows(GroupMemory.Own, count).Descending(numbers, 0);
            foreach (int pixel in order[..int.Clamp((int)Math.Floor(Share * counted), 1, counted)])
            {
                worst.Values[pixel] = T.One;
            }
        }

        return worst;
    }
}
