using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Minus the peak signal-to-noise ratio of each image, in decibels.</summary>
/// <remarks>
/// <code>
/// L = 10 log₁₀(mean (x − y)² / R²) = −PSNR
/// </code>
/// A mean square below 1e-12 R² counts as that, −120 dB, and pulls nowhere: a perfect image has no infinite gradient.
/// Reference: Q. Huynh-Thu, M. Ghanbari, Scope of Validity of PSNR in Image/Video Quality Assessment, Electronics
/// Letters 44, 2008, doi:10.1049/el:20080522.
/// </remarks>
/// <param name="range">The largest value that a pixel can have less the smallest; positive.</param>
public readonly struct PeakSignalLoss(double range) : IGraphLoss<PeakSignalLoss>, IDocumentedLoss
{
    /// <summary>The least mean square, in squares of the range.</summary>
    private const double Least = 1e-12;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "psnr",
        Title = "peak signal-to-noise ratio",
        Use = "Images restored and reported in decibels.",
        Avoid = "One image is nearly perfect: it then decides the batch; the squared error does not.",
        Reference = "Q. Huynh-Thu, M. Ghanbari, Scope of Validity of PSNR in Image/Video Quality Assessment, "
            + "Electronics Letters 44, 2008, doi:10.1049/el:20080522",
        Latex = @"10 \log_{10} \frac{\operatorname{mean} (x - y)^2}{R^2}",
        Names = new() { Chinese = "峰值信噪比损失" },
        Translations =
        [
            new("kornia.losses.psnr_loss(max_val=1.0)", "psnr:range={max_val}", "max_val has no default there"),
        ],
        Tasks = LossTask.Reconstruction,
        Parameters = [ImageInputs.Range],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Pair;

    /// <summary>The largest value that a pixel can have less the smallest.</summary>
    public Parameter Range { get; } = ImageInputs.Range.Bind(range);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> squares = tape.Mean(tape.Square(tape.Subtract(inputs["prediction"], inputs["target"])), [1, 2, 3]);
        double square = Range.Value * Range.Value;
        Tensor<T> least = tape.Constant(new Shape(1), [T.CreateTruncating(Least * square)]);
        Tensor<T> logs = tape.Log(tape.Maximum(squares, least));
        return new(tape.Scale(tape.Shift(logs, -Math.Log(square)), 10 / Math.Log(10)));
    }
}
