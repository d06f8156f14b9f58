using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Magnitudes of short stretches of signals, by products with waves under a window.</summary>
/// <param name="Size">How many frequencies a whole turn has: the length of the transform.</param>
/// <param name="Hop">Samples from one stretch to the next.</param>
/// <param name="Window">How many samples a stretch has; no more than the transform.</param>
internal readonly record struct Spectrogram(int Size, int Hop, int Window)
{
    /// <summary>Energies below it have no slope.</summary>
    private const double Least = 1e-8;

    /// <summary>Magnitudes, <c>[n, stretches, frequencies]</c>; signals are mirrored at their ends.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="prediction">The signals, <c>[n, t]</c>, longer than half of the transform.</param>
    /// <exception cref="ArgumentException">They are too short to be mirrored.</exception>
    public Tensor<T> Of<T>(Tape<T> tape, Tensor<T> prediction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = prediction.Shape[0], t = prediction.Shape[1], stretches = 1 + (t / Hop), frequencies = 1 + (Size / 2);
        if (t <= Size / 2)
        {
            throw new ArgumentException(
                $"prediction has {t} samples; expected are more than {Size / 2}.", nameof(prediction));
        }

        Tensor<T> places = tape.Rent(new Shape(n, stretches, Size));
        for (int i = 0; i < places.Shape.Length; i++)
        {
            int at = (i / Size % stretches * Hop) + (i % Size) - (Size / 2);
            at = at < 0 ? -at : at;
            at = at >= t ? (2 * (t - 1)) - at : at;
            places.Values[i] = T.CreateTruncating((i / (stretches * Size) * t) + at);
        }

        Tensor<T> rows = tape.Reshape(
            tape.Gather(tape.Reshape(prediction, new Shape(n * t, 1)), places), new Shape(n * stretches, Size));
        Tensor<T> real = tape.Square(tape.MatMul(rows, Waves(tape, frequencies, 0)));
        Tensor<T> energies = tape.Add(real, tape.Square(tape.MatMul(rows, Waves(tape, frequencies, 0.25))));
        Tensor<T> least = tape.Constant(new Shape(1, 1), [T.CreateTruncating(Least)]);
        return tape.Reshape(tape.Sqrt(tape.Maximum(energies, least)), new Shape(n, stretches, frequencies));
    }

    /// <summary>Cosines under a Hann window in the middle of the transform, shifted by a share of a turn.</summary>
    private Tensor<T> Waves<T>(Tape<T> tape, int frequencies, double shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> waves = tape.Rent(new Shape(Size, frequencies));
        int first = (Size - Window) / 2;
        for (int i = 0; i < waves.Shape.Length; i++)
        {
            int sample = i / frequencies, place = sample - first;
            bool isWithin = place >= 0 && place < Window;
            double weight = isWithin ? 0.5 - (0.5 * Math.Cos(2 * Math.PI * place / Window)) : 0;
            double turns = ((double)sample * (i % frequencies) % Size / Size) - shift;
            waves.Values[i] = T.CreateTruncating(weight * Math.Cos(2 * Math.PI * turns));
        }

        return waves;
    }
}
