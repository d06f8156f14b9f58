using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How little the brightness of one image says of that of another, with soft bins of brightness.</summary>
/// <remarks>
/// <code>
/// uₖ(x) = softmax over k of −(x − bₖ)² / 2σ²,  bₖ from 0 to 1
/// L = −Σ pₖₗ ln((pₖₗ + ε) / (pₖ pₗ + ε))        pₖₗ = mean of uₖ(x) uₗ(y),  ε = 1e-7
/// </code>
/// There is one term for each image. Memory is pixels · bins numbers for each image: draw pixels of large volumes. For
/// volumes join two axes. Reference: P. Viola, W. M. Wells, Alignment by Maximization of Mutual Information, 1997,
/// doi:10.1023/A:1007958904918.
/// </remarks>
/// <param name="bins">How many bins of brightness; a whole number from 2.</param>
/// <param name="width">The width σ of a bin, in distances of bins; positive.</param>
public readonly struct MutualInformationLoss(double bins, double width)
    : IGraphLoss<MutualInformationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BinsCard = new(
        "bins", "K", 23, new Domain(2, 1000, true, true), "how many bins of brightness");

    private static readonly ParameterCard WidthCard = new(
        "width", "q", 0.5, Domain.Positive, "the width σ of a bin, in distances of bins");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mutual-information",
        Title = "mutual information",
        Use = "Images of different kinds to be brought into line, such as CT and MR, whose brightness need not agree.",
        Avoid = "Images are of one kind: squared or lncc are steeper.",
        Reference = "P. Viola, W. M. Wells, Alignment by Maximization of Mutual Information, 1997, "
            + "doi:10.1023/A:1007958904918",
        Latex = @"-\sum_{k, l} p_{kl} \ln \frac{p_{kl} + \epsilon}{p_k p_l + \epsilon}",
        Aliases = ["global-mutual-information"],
        Names = new() { Chinese = "互信息损失" },
        Translations =
        [
            new(
                "monai.losses.GlobalMutualInformationLoss(num_bins=23, sigma_ratio=0.5)",
                "mutual-information:bins={num_bins},width={sigma_ratio}",
                "for kernel_type=\"gaussian\", its default"),
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [BinsCard, WidthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "x", InputKind.Probability, "n, h, w", "the images, their brightness from 0 to 1")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.Probability, "n, h, w", "the images to bring them into line with"),
    ];

    /// <summary>How many bins of brightness.</summary>
    public Parameter Bins { get; } = BinsCard.Bind(bins);

    /// <summary>The width σ of a bin, in distances of bins.</summary>
    public Parameter Width { get; } = WidthCard.Bind(width);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = inputs.Extent("n"), pixels = inputs.Extent("h") * inputs.Extent("w"), bins = (int)Bins.Value;
        Tensor<T> first = Memberships(tape, tape.Reshape(inputs["prediction"], new Shape(n, pixels, 1)));
        Tensor<T> second = Memberships(tape, tape.Reshape(inputs["target"], new Shape(n, pixels, 1)));
        Tensor<T> joint = tape.Scale(tape.BatchMatMul(first, second, transposesLeft: true), 1.0 / int.Max(1, pixels));
        Tensor<T> apart = tape.Multiply(
            tape.Reshape(tape.Mean(first, [1]), new Shape(n, bins, 1)),
            tape.Reshape(tape.Mean(second, [1]), new Shape(n, 1, bins)));
        return new(tape.Sum(tape.Formula(default(Lost), joint, apart), [1, 2]));
    }

    /// <summary>How far each pixel belongs to each bin, <c>[n, pixels, bins]</c>.</summary>
    private Tensor<T> Memberships<T>(Tape<T> tape, Tensor<T> image)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int bins = (int)Bins.Value;
        double spread = Width.Value / (bins - 1);
        Tensor<T> middles = tape.Rent(new Shape(1, 1, bins));
        for (int k = 0; k < bins; k++)
        {
            middles.Values[k] = T.CreateTruncating((double)k / (bins - 1));
        }

        Tensor<T> squares = tape.Square(tape.Subtract(image, middles));
        return tape.Softmax(tape.Scale(squares, -0.5 / (spread * spread)));
    }

    /// <summary>−p ln((p + ε) / (q + ε)).</summary>
    private readonly struct Lost : ISampleFormula
    {
        private const double Epsilon = 1e-7;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            -(x[0] * TLane.Log((x[0] + Epsilon) / (x[1] + Epsilon)));
    }
}
