using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Two signals are to have the same spectrogram: where it is loud by their distance, where it is quiet by logarithms.
/// </summary>
/// <remarks>
/// <code>
/// L = c ‖S − Ŝ‖ / ‖S‖ + m mean of |ln S − ln Ŝ| + a mean of |S − Ŝ|
/// </code>
/// S are magnitudes of stretches under a Hann window, with signals mirrored at their ends; energies below 1e-8 have no
/// slope. For several resolutions take the mean of several: 1024/120/600, 2048/240/1200, 512/50/240. Transforms are
/// fast ones, but for a gradient that is itself differentiated. There is one term for each signal. Reference: R.
/// Yamamoto, E. Song, J.-M. Kim, Parallel WaveGAN: A Fast Waveform Generation Model Based on Generative Adversarial
/// Networks with Multi-Resolution Spectrogram, 2020, arXiv:1910.11480.
/// </remarks>
/// <param name="size">The length of the transform; a whole number from 2.</param>
/// <param name="hop">Samples from one stretch to the next; a whole number from 1.</param>
/// <param name="window">The length of a stretch, at most that of the transform; a whole number from 2.</param>
/// <param name="convergence">What the relative distance counts; not negative.</param>
/// <param name="logarithm">What logarithms count; not negative.</param>
/// <param name="linear">What magnitudes themselves count; not negative.</param>
public readonly struct ShortTimeFourierLoss(
    double size, double hop, double window, double convergence, double logarithm, double linear)
    : IGraphLoss<ShortTimeFourierLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SizeCard = new(
        "size", "N", 1024, new Domain(2, 65536, true, true), "the length of the transform");

    private static readonly ParameterCard HopCard = new(
        "hop", "h", 256, new Domain(1, 65536, true, true), "samples from one stretch to the next");

    private static readonly ParameterCard WindowCard = new(
        "window", "w", 1024, new Domain(2, 65536, true, true),
        "the length of a stretch, at most that of the transform");

    private static readonly ParameterCard ConvergenceCard = new(
        "convergence", "c", 1, Domain.NonNegative, "what the relative distance counts");

    private static readonly ParameterCard LogarithmCard = new(
        "logarithm", "m", 1, Domain.NonNegative, "what logarithms count");

    private static readonly ParameterCard LinearCard = new(
        "linear", "a", 0, Domain.NonNegative, "what magnitudes themselves count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "stft",
        Title = "short-time Fourier magnitude",
        Use = "Vocoders and restoration of sound, where phases may differ.",
        Avoid = "Phases count, as for separation: take si-sdr.",
        Reference = "R. Yamamoto, E. Song, J.-M. Kim, Parallel WaveGAN: A Fast Waveform Generation Model Based on "
            + "Generative Adversarial Networks with Multi-Resolution Spectrogram, 2020, arXiv:1910.11480",
        Latex = @"c \frac{\lVert S - \hat S \rVert}{\lVert S \rVert} + m \overline{|\ln S - \ln \hat S|} + a "
            + @"\overline{|S - \hat S|}",
        Names = new() { Chinese = "短时傅里叶幅度损失" },
        Translations =
        [
            new(
                "auraloss.freq.STFTLoss(fft_size=1024, hop_size=256, win_length=1024, w_sc=1.0, w_log_mag=1.0, "
                    + "w_lin_mag=0.0)",
                "stft:size={fft_size},hop={hop_size},window={win_length},convergence={w_sc},"
                    + "logarithm={w_log_mag},linear={w_lin_mag}"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [SizeCard, HopCard, WindowCard, ConvergenceCard, LogarithmCard, LinearCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", @"\hat s", InputKind.Real, "n, t", "the predicted signals") { IsDifferentiable = true },
        new("target", "s", InputKind.Real, "n, t", "the true signals"),
    ];

    /// <summary>The length of the transform.</summary>
    public Parameter Size { get; } = SizeCard.Bind(size);

    /// <summary>Samples from one stretch to the next.</summary>
    public Parameter Hop { get; } = HopCard.Bind(hop);

    /// <summary>The length of a stretch, at most that of the transform.</summary>
    public Parameter Window { get; } = WindowCard.Bind(window);

    /// <summary>What the relative distance counts.</summary>
    public Parameter Convergence { get; } = ConvergenceCard.Bind(convergence);

    /// <summary>What logarithms count.</summary>
    public Parameter Logarithm { get; } = LogarithmCard.Bind(logarithm);

    /// <summary>What magnitudes themselves count.</summary>
    public Parameter Linear { get; } = LinearCard.Bind(linear);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(ShortTimeFourierLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Long enough for the transform, with a click in each stretch: no magnitude is near 0.
        Shape shape = new(inputs["target"].Shape[0], (int)(loss.Size.Value + loss.Hop.Value));
        double Sample(int i) => (0.2 * random.NextNormal()) + (i % shape[1] % loss.Hop.Value == 0 ? 3 : 0);
        double[] Signal() => [.. Enumerable.Range(0, shape.Length).Select(Sample)];
        inputs["prediction"] = Tensor<double>.Variable(shape, Signal());
        inputs["target"] = new Tensor<double>(shape, Signal());
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = (int)Size.Value;
        Spectrogram spectrogram = new(size, (int)Hop.Value, Math.Min(size, (int)Window.Value));
        Tensor<T> found = spectrogram.Of(tape, inputs["prediction"]);
        Tensor<T> target = spectrogram.Of(tape, inputs["target"]);
        Tensor<T> gap = tape.Subtract(found, target);
        Tensor<T> Norm(Tensor<T> values) => tape.SqrtOrZero(tape.Sum(tape.Square(values), [1, 2]));
        Tensor<T> loud = tape.Divide(Norm(gap), Norm(target));
        Tensor<T> quiet = tape.Mean(tape.Abs(tape.Subtract(tape.Log(found), tape.Log(target))), [1, 2]);
        Tensor<T> plain = tape.Mean(tape.Abs(gap), [1, 2]);
        Tensor<T> both = tape.Add(tape.Scale(loud, Convergence.Value), tape.Scale(quiet, Logarithm.Value));
        return new(Linear.Value == 0 ? both : tape.Add(both, tape.Scale(plain, Linear.Value)));
    }
}
