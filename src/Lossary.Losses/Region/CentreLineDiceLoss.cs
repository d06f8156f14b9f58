using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Tubes are to keep their connections: the centre lines of each mask must lie within the other.</summary>
/// <remarks>
/// <code>
/// P = (Σ S(p) t + s) / (Σ S(p) + s)      R = (Σ S(t) p + s) / (Σ S(t) + s)      S the soft centre lines
/// L = (1 − α) Dice + α (1 − 2 P R / (P + R))
/// </code>
/// Centre lines come from erosions by windows of 3 pixels. There is one term for each image. Reference: S. Shit et al.,
/// clDice: A Novel Topology-Preserving Loss Function for Tubular Structure Segmentation, 2021, arXiv:2003.07311.
/// </remarks>
/// <param name="alpha">What centre lines count; plain Dice counts the rest; 0 to 1.</param>
/// <param name="iterations">How often masks are eroded: half the widest line; a whole number.</param>
/// <param name="smooth">What is added to both sides of each ratio, in pixels; not negative.</param>
public readonly struct CentreLineDiceLoss(double alpha, double iterations, double smooth)
    : IGraphLoss<CentreLineDiceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, Domain.Unit, "what centre lines count; plain Dice counts the rest");

    private static readonly ParameterCard IterationsCard = new(
        "iterations", "m", 3, new Domain(0, 1000, true, true), "how often masks are eroded: half the widest line");

    private static readonly ParameterCard SmoothCard = new(
        "smooth", "s", 1, Domain.NonNegative, "what is added to both sides of each ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cl-dice",
        Title = "centre-line Dice (clDice)",
        Use = "Segmentation of vessels, roads or nerves, whose connections count more than their width.",
        Avoid = "Regions are no lines, such as organs: take dice-cross-entropy.",
        Reference = "S. Shit et al., clDice: A Novel Topology-Preserving Loss Function for Tubular Structure "
            + "Segmentation, 2021, arXiv:2003.07311",
        Latex = @"(1 - \alpha) \mathrm{Dice} + \alpha \left(1 - \frac{2 P R}{P + R}\right)",
        Aliases = ["soft-cl-dice"],
        Names = new() { Chinese = "中心线 Dice 损失" },
        Translations =
        [
            new(
                "monai.losses.SoftDiceclDiceLoss(iter_=3, alpha=0.5, smooth=1.0)",
                "cl-dice:alpha={alpha},iterations={iter_},smooth={smooth}",
                "sums over the batch"),
        ],
        Tasks = LossTask.Segmentation,
        Parameters = [AlphaCard, IterationsCard, SmoothCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("probability", "p", InputKind.Probability, "n, h, w", "the probability of each pixel")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Probability, "n, h, w", "1 where the pixel is of the region, 0 where not"),
    ];

    /// <summary>What centre lines count; plain Dice counts the rest.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How often masks are eroded: half the widest line.</summary>
    public Parameter Iterations { get; } = IterationsCard.Bind(iterations);

    /// <summary>What is added to both sides of each ratio, in pixels.</summary>
    public Parameter Smooth { get; } = SmoothCard.Bind(smooth);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(CentreLineDiceLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Away from the kinks, where neighbours are equal.
        Span<double> probabilities = inputs["probability"].Values;
        ImageExamples.Separate(probabilities, random);
        foreach (ref double probability in probabilities)
        {
            probability = (probability + 0.2) / 10.8;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("h"), inputs.Extent("w"), 1);
        Tensor<T> found = tape.Reshape(inputs["probability"], shape), target = tape.Reshape(inputs["target"], shape);
        int iterations = (int)Iterations.Value;
        Tensor<T> ofFound = SoftSkeleton.Of(tape, found, iterations);
        Tensor<T> ofTarget = SoftSkeleton.Of(tape, target, iterations);
        Tensor<T> Total(Tensor<T> values) => tape.Sum(values, [1, 2, 3]);
        return new(tape.Formula(
            new OfSums(Alpha, Smooth),
            Total(tape.Multiply(ofFound, target)),
            Total(ofFound),
            Total(tape.Multiply(ofTarget, found)),
            Total(ofTarget),
            Total(tape.Multiply(found, target)),
            tape.Add(Total(found), Total(target))));
    }

    private readonly struct OfSums(Parameter alpha, Parameter smooth) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane precision = RegionFormulas.Ratio(x[0] + smooth, x[1] + smooth);
            TLane recall = RegionFormulas.Ratio(x[2] + smooth, x[3] + smooth);
            TLane lines = 1 - RegionFormulas.Ratio(2 * (precision * recall), precision + recall);
            TLane dice = 1 - RegionFormulas.Ratio((2 * x[4]) + smooth, x[5] + smooth);
            return dice + (alpha * (lines - dice));
        }
    }
}
