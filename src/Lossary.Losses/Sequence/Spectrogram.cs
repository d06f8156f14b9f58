using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Magnitudes of short stretches of signals under a window.</summary>
/// <param name="Size">How many frequencies a whole turn has: the length of the transform.</param>
/// <param name="Hop">Samples from one stretch to the next.</param>
/// <param name="Window">How many samples a stretch has; no more than the transform.</param>
internal readonly record struct Spectrogram(int Size, int Hop, int Window)
{
    /// <summary>Energies below it have no slope.</summary>
    private const double Least = 1e-8;

    /// <summary>Where the window begins: it stands in the middle of the transform.</summary>
    public int First => (Size - Window) / 2;

    /// <summary>Magnitudes, <c>[n, stretches, frequencies]</c>; signals are mirrored at their ends.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="prediction">The signals, <c>[n, t]</c>, longer than half of the transform.</param>
    /// <exception cref="ArgumentException">They are too short to be mirrored.</exception>
    public Tensor<T> Of<T>(Tape<T> tape, Tensor<T> prediction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int t = prediction.Shape[1];
        if (t <= Size / 2)
        {
            throw new ArgumentException(
                $"prediction has {t} samples; expected are more than {Size / 2}.", nameof(prediction));
        }

        Tensor<T> energies = tape.Energies(prediction, this);
        Tensor<T> least = tape.Constant(new Shape(1, 1, 1), [T.CreateTruncating(Least)]);
        return tape.Sqrt(tape.Maximum(energies, least));
    }

    /// <summary>The shape of the spectrograms of signals.</summary>
    public Shape ShapeOf(Shape signals) => new(signals[0], 1 + (signals[1] / Hop), 1 + (Size / 2));

    /// <summary>The sample that stands at a place of a stretch; beyond an end, its mirror image.</summary>
    public int SampleAt(int stretch, int place, int samples)
    {
        int at = (stretch * Hop) + place - (Size / 2);
        at = at < 0 ? -at : at;
        return at >= samples ? (2 * (samples - 1)) - at : at;
    }

    /// <summary>The weight of each sample of a stretch, after Hann.</summary>
    public void FillWeights<T>(Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int place = 0; place < weights.Length; place++)
        {
            weights[place] = T.CreateTruncating(0.5 - (0.5 * Math.Cos(2 * Math.PI * place / Window)));
        }
    }
}
