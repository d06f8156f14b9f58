using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Images are to have the same spectrum; the frequencies that are worst count most.</summary>
/// <remarks>
/// <code>
/// D = transform of x − y, divided by √(h w),  w = (|D|^α / its largest)        L = mean over frequencies of w |D|²
/// </code>
/// The weights have no gradient; each channel by itself. There is one term for each image. Transforms are products with
/// matrices. Reference: L. Jiang, B. Dai, W. Wu, C. C. Loy, Focal Frequency Loss for Image Reconstruction and
/// Synthesis, 2021, arXiv:2012.12821.
/// </remarks>
/// <param name="alpha">How much more the worst frequencies count; not negative.</param>
public readonly struct FocalFrequencyLoss(double alpha) : IGraphLoss<FocalFrequencyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "how much more the worst frequencies count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "focal-frequency",
        Title = "focal frequency",
        Use = "Making or restoring images whose fine texture gets lost, beside a loss of pixels.",
        Avoid = "Images need not agree pixel by pixel, as phases count too: take gram-style.",
        Reference = "L. Jiang, B. Dai, W. Wu, C. C. Loy, Focal Frequency Loss for Image Reconstruction and Synthesis, "
            + "2021, arXiv:2012.12821",
        Latex = @"\overline{\frac{|D|^\alpha}{\max |D|^\alpha} |D|^2}, \quad D = \mathcal{F}(x - y)",
        Names = new() { Chinese = "聚焦频率损失" },
        Tasks = LossTask.Reconstruction,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "x", InputKind.Real, "n, h, w, c", "the images, channels last") { IsDifferentiable = true },
        new("target", "y", InputKind.Real, "n, h, w, c", "what they should be"),
    ];

    /// <summary>How much more the worst frequencies count.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Permute(tape.Subtract(inputs["prediction"], inputs["target"]), [0, 3, 1, 2]);
        int h = gap.Shape[2], w = gap.Shape[3], images = gap.Shape[0] * gap.Shape[1];
        Tensor<T> Along(Tensor<T> rows, double shift) =>
            tape.MatMul(tape.Reshape(rows, new Shape(rows.Shape.Length / w, w)), Waves(tape, w, shift));
        Tensor<T> Down(Tensor<T> rows, double shift)
        {
            Tensor<T> columns = tape.Permute(tape.Reshape(rows, new Shape(images, h, w)), [0, 2, 1]);
            return tape.MatMul(tape.Reshape(columns, new Shape(images * w, h)), Waves(tape, h, shift));
        }

        Tensor<T> cosines = Along(gap, 0), sines = Along(gap, 0.25);
        Tensor<T> real = tape.Subtract(Down(cosines, 0), Down(sines, 0.25));
        Tensor<T> imaginary = tape.Add(Down(cosines, 0.25), Down(sines, 0));
        Tensor<T> squares = tape.Add(tape.Square(real), tape.Square(imaginary));
        Tensor<T> energies = tape.Reshape(squares, new Shape(images, w * h));
        Tensor<T> each = tape.Mean(tape.Multiply(energies, Weights(tape, energies)), [1]);
        return new(tape.Mean(tape.Reshape(each, new Shape(gap.Shape[0], gap.Shape[1])), [1]));
    }

    /// <summary>|D|^α by the largest of each channel, constants.</summary>
    private Tensor<T> Weights<T>(Tape<T> tape, Tensor<T> energies)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = tape.Rent(energies.Shape);
        int count = energies.Shape[1];
        for (int first = 0; first < weights.Shape.Length; first += count)
        {
            ReadOnlySpan<T> own = energies.Values.Slice(first, count);
            double largest = 0;
            foreach (T energy in own)
            {
                largest = Math.Max(largest, double.CreateTruncating(energy));
            }

            for (int i = 0; i < count; i++)
            {
                double share = largest == 0 ? 0 : double.CreateTruncating(own[i]) / largest;
                weights.Values[first + i] = T.CreateTruncating(Math.Pow(share, 0.5 * Alpha.Value));
            }
        }

        return weights;
    }

    /// <summary>Cosines of all frequencies, shifted by a share of a turn, <c>[extent, extent]</c>.</summary>
    private static Tensor<T> Waves<T>(Tape<T> tape, int extent, double shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> waves = tape.Rent(new Shape(extent, extent));
        for (int i = 0; i < waves.Shape.Length; i++)
        {
            double turns = ((double)(i / extent) * (i % extent) % extent / extent) - shift;
            waves.Values[i] = T.CreateTruncating(Math.Cos(2 * Math.PI * turns) / Math.Sqrt(extent));
        }

        return waves;
    }
}
