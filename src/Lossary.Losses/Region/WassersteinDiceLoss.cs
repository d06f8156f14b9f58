using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Dice that knows which classes are alike: taking one for a near one costs less than for a far one.</summary>
/// <remarks>
/// <code>
/// Wᵢ = Σₖ pᵢₖ M[k, yᵢ] / max M        L = 1 − (2 TP + s) / (2 TP + Σᵢ Wᵢ + s),  TP = Σ over foreground of 1 − Wᵢ
/// </code>
/// Softmax over the classes; class 0 is the background. There is one term for each image. Reference: L. Fidon et al.,
/// Generalised Wasserstein Dice Score for Imbalanced Multi-Class Segmentation Using Holistic Convolutional Networks,
/// 2017, arXiv:1707.00478.
/// </remarks>
/// <param name="smooth">What is added to both sides of the ratio, in pixels; not negative.</param>
public readonly struct WassersteinDiceLoss(double smooth) : IGraphLoss<WassersteinDiceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothCard = new(
        "smooth", "s", 1e-5, Domain.NonNegative, "what is added to both sides of the ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wasserstein-dice",
        Title = "generalised Wasserstein Dice",
        Use = "Segmentation into classes with a tree or a table of distances, such as parts of a tumour.",
        Avoid = "No distances are known: take dice or generalised-dice.",
        Reference = "L. Fidon et al., Generalised Wasserstein Dice Score for Imbalanced Multi-Class Segmentation "
            + "Using Holistic Convolutional Networks, 2017, arXiv:1707.00478",
        Latex = @"1 - \frac{2 TP + s}{2 TP + \sum_i W_i + s}, \quad W_i = \sum_k p_{ik} M_{k y_i}",
        Aliases = ["generalised-wasserstein-dice"],
        Names = new() { Chinese = "广义 Wasserstein Dice 损失" },
        Translations =
        [
            new(
                "monai.losses.GeneralizedWassersteinDiceLoss(smooth_nr=1e-05, smooth_dr=1e-05)",
                "wasserstein-dice:smooth={smooth_nr}",
                "smooth_nr and smooth_dr are one number here; dist_matrix is an input"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [SmoothCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new(
            "prediction", "z", InputKind.Real, "n, k, …",
            "the logit of each image, class and pixel; class 0 is the background")
        {
            IsDifferentiable = true,
        },
        new("label", "y", InputKind.ClassNumber, "n, …", "the class of each pixel") { Below = "k" },
        new("distance", "M", InputKind.NonNegative, "k, k", "how far apart each two classes are, 0 on the diagonal"),
        RegionInputs.Counts,
    ];

    /// <summary>What is added to both sides of the ratio, in pixels.</summary>
    public Parameter Smooth { get; } = SmoothCard.Bind(smooth);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("k"), RegionInputs.PixelsOf(inputs));
        Tensor<T> logits = RegionInputs.Counted(tape, inputs, tape.Reshape(inputs["prediction"], shape));
        Tensor<T> errors = tape.Sum(tape.Multiply(tape.Softmax(logits, 1), Costs(tape, inputs, shape)), [1]);
        errors = RegionInputs.Counted(tape, inputs, errors);
        Tensor<T> foreground = tape.Rent(errors.Shape);
        ReadOnlySpan<T> labels = inputs["label"].Values;
        ReadOnlySpan<T> counts = inputs.Find("counts") is { } flags ? flags.Values : [];
        for (int i = 0; i < labels.Length; i++)
        {
            bool isCounted = counts.IsEmpty || counts[i] == T.One;
            foreground.Values[i] = isCounted && labels[i] != T.Zero ? T.One : T.Zero;
        }

        Tensor<T> found = tape.Sum(tape.Multiply(foreground, tape.Shift(tape.Negate(errors), 1)), [1]);
        return new(tape.Formula(new OfSums(Smooth), found, tape.Sum(errors, [1])));
    }

    /// <summary>What each class costs at each pixel, by the largest distance, <c>[n, k, pixels]</c>.</summary>
    private static Tensor<T> Costs<T>(Tape<T> tape, LossInputs<T> inputs, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> costs = tape.Rent(shape);
        ReadOnlySpan<T> distances = inputs["distance"].Values;
        int[] labels = inputs.Whole(tape, "label");
        int classes = shape[1], pixels = shape[2];
        T largest = T.Zero;
        foreach (T distance in distances)
        {
            largest = T.Max(largest, distance);
        }

        largest = largest == T.Zero ? T.One : largest;
        for (int i = 0; i < costs.Shape.Length; i++)
        {
            int image = i / (classes * pixels), k = i / pixels % classes;
            costs.Values[i] = distances[(k * classes) + labels[(image * pixels) + (i % pixels)]] / largest;
        }

        return costs;
    }

    /// <summary>W / (2 TP + W + s).</summary>
    private readonly struct OfSums(Parameter smooth) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            RegionFormulas.Ratio(x[1], (2 * x[0]) + x[1] + smooth);
    }
}
