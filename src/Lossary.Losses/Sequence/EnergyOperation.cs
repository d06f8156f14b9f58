using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared magnitudes of short stretches of signals as one operation, by fast Fourier transforms.</summary>
internal static class EnergyOperation
{
    /// <summary>What each frequency of each stretch has.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="signals">Shape <c>[n, t]</c>; differentiated by.</param>
    /// <param name="spectrogram">How they are cut.</param>
    /// <returns>Shape <c>[n, stretches, frequencies]</c>.</returns>
    public static Tensor<T> Energies<T>(this Tape<T> tape, Tensor<T> signals, Spectrogram spectrogram)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = spectrogram.ShapeOf(signals.Shape);
        Tensor<T> output = tape.Rent(shape), real = tape.Rent(shape), imaginary = tape.Rent(shape);
        Tensor<T> weights = tape.Rent(new Shape(spectrogram.Window));
        spectrogram.FillWeights(weights.Values);
        RealFourierTransform<T> transform = RealFourierTransform<T>.Of(spectrogram.Size);
        WorkerPool.Shared.RunRanges(
            shape[0] * shape[1], RealFourierTransform<T>.RowsAtOnce, new Forward<T>(spectrogram, transform)
            {
                Signals = signals.Values,
                Weights = weights.Values,
                Real = real.Values,
                Imaginary = imaginary.Values,
                Energies = output.Values,
                Samples = signals.Shape[1],
                Stretches = shape[1],
            });
        if (tape.TryRecord(output, signals.RequiresGradient, out EnergyRecord<T>? record))
        {
            record.Spectrogram = spectrogram;
            record.Signals = signals;
            record.Parts = (real, imaginary, weights);
        }

        return output;
    }

    private readonly ref struct Forward<T>(Spectrogram spectrogram, RealFourierTransform<T> transform) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public ReadOnlySpan<T> Signals { get; init; }

        public ReadOnlySpan<T> Weights { get; init; }

        public Span<T> Real { get; init; }

        public Span<T> Imaginary { get; init; }

        public Span<T> Energies { get; init; }

        public int Samples { get; init; }

        public int Stretches { get; init; }

        public void Run(int start, int count)
        {
            int length = count * transform.Length;
            T[] memory = ArrayPool<T>.Shared.Rent(length + transform.WorkspaceLength);
            Span<T> rows = memory.AsSpan(0, length);
            rows.Clear();
            for (int i = 0; i < count; i++)
            {
                int stretch = (start + i) % Stretches;
                ReadOnlySpan<T> signal = Signals.Slice((start + i) / Stretches * Samples, Samples);
                Span<T> row = rows.Slice((i * transform.Length) + spectrogram.First, Weights.Length);
                for (int j = 0; j < row.Length; j++)
                {
                    row[j] = Weights[j] * signal[spectrogram.SampleAt(stretch, spectrogram.First + j, Samples)];
                }
            }

            int first = start * transform.Frequencies, numbers = count * transform.Frequencies;
            Span<T> real = Real.Slice(first, numbers), imaginary = Imaginary.Slice(first, numbers);
            transform.Forward(rows, real, imaginary, memory.AsSpan(length));
            Span<T> energies = Energies.Slice(first, numbers);
            for (int i = 0; i < energies.Length; i++)
            {
                energies[i] = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);
            }

            ArrayPool<T>.Shared.Return(memory);
        }
    }
}
