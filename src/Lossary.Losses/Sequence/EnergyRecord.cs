using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>∂signal = the transposed transform of 2 · ∂energy · number, under the window.</summary>
internal sealed class EnergyRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Spectrogram Spectrogram { get; set; }

    public Tensor<T> Signals { get; set; } = null!; // Set right after the record is taken.

    /// <summary>The real and imaginary parts of each frequency, and the window.</summary>
    public (Tensor<T> Real, Tensor<T> Imaginary, Tensor<T> Weights) Parts { get; set; }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Signals);

    /// <remarks>By products with matrices, which grow with the square of the transform.</remarks>
    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        int n = inputs[0].Shape[0], t = inputs[0].Shape[1], size = Spectrogram.Size;
        int stretches = Output.Shape[1], frequencies = Output.Shape[2];
        Tensor<T> places = tape.Rent(new Shape(n, stretches, size));
        for (int i = 0; i < places.Shape.Length; i++)
        {
            int at = Spectrogram.SampleAt(i / size % stretches, i % size, t);
            places.Values[i] = T.CreateTruncating((i / (stretches * size) * t) + at);
        }

        Tensor<T> rows = tape.Reshape(
            tape.Gather(tape.Reshape(inputs[0], new Shape(n * t, 1)), places), new Shape(n * stretches, size));
        Tensor<T> real = tape.Square(tape.MatMul(rows, Waves(tape, frequencies, 0)));
        Tensor<T> energies = tape.Add(real, tape.Square(tape.MatMul(rows, Waves(tape, frequencies, 0.25))));
        return tape.Reshape(energies, Output.Shape);
    }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Signals.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        int stretches = Output.Shape[1], count = Output.Shape[0] * stretches;
        RealFourierTransform<T> transform = RealFourierTransform<T>.Of(Spectrogram.Size);
        Span<T> slopes = tape.RentMemory(count * transform.Length);
        WorkerPool.Shared.RunRanges(count, RealFourierTransform<T>.RowsAtOnce, new Transform(transform)
        {
            Real = Parts.Real.Values,
            Imaginary = Parts.Imaginary.Values,
            Upstream = Output.Gradient,
            Slopes = slopes,
        });
        WorkerPool.Shared.Run(Output.Shape[0], new Gather(Spectrogram)
        {
            Weights = Parts.Weights.Values,
            Slopes = slopes,
            Gradient = gradient,
            Samples = Signals.Shape[1],
            Stretches = stretches,
        });
    }

    /// <summary>Cosines under the window, shifted by a share of a turn.</summary>
    private Tensor<T> Waves(Tape<T> tape, int frequencies, double shift)
    {
        Tensor<T> waves = tape.Rent(new Shape(Spectrogram.Size, frequencies));
        for (int i = 0; i < waves.Shape.Length; i++)
        {
            int sample = i / frequencies, place = sample - Spectrogram.First;
            double turns = ((double)sample * (i % frequencies) % Spectrogram.Size / Spectrogram.Size) - shift;
            bool isWithin = place >= 0 && place < Spectrogram.Window;
            T wave = T.CreateTruncating(Math.Cos(2 * Math.PI * turns));
            waves.Values[i] = isWithin ? Parts.Weights.Values[place] * wave : T.Zero;
        }

        return waves;
    }

    private readonly ref struct Transform(RealFourierTransform<T> transform) : IRangeJob
    {
        private static readonly T s_two = T.CreateTruncating(2);

        public ReadOnlySpan<T> Real { get; init; }

        public ReadOnlySpan<T> Imaginary { get; init; }

        public ReadOnlySpan<T> Upstream { get; init; }

        public Span<T> Slopes { get; init; }

        public void Run(int start, int count)
        {
            int first = start * transform.Frequencies, numbers = count * transform.Frequencies;
            T[] memory = ArrayPool<T>.Shared.Rent((2 * numbers) + transform.WorkspaceLength);
            Span<T> real = memory.AsSpan(0, numbers), imaginary = memory.AsSpan(numbers, numbers);
            for (int i = 0; i < numbers; i++)
            {
                T slope = s_two * Upstream[first + i];
                real[i] = slope * Real[first + i];
                imaginary[i] = slope * Imaginary[first + i];
            }

            Span<T> rows = Slopes.Slice(start * transform.Length, count * transform.Length);
            transform.Transposed(real, imaginary, rows, memory.AsSpan(2 * numbers));
            ArrayPool<T>.Shared.Return(memory);
        }
    }

    /// <summary>The stretches of one signal, in their order: the same bits every time.</summary>
    private readonly ref struct Gather(Spectrogram spectrogram) : IJob
    {
        public ReadOnlySpan<T> Weights { get; init; }

        public ReadOnlySpan<T> Slopes { get; init; }

        public Span<T> Gradient { get; init; }

        public int Samples { get; init; }

        public int Stretches { get; init; }

        public void Run(int index)
        {
            Span<T> gradient = Gradient.Slice(index * Samples, Samples);
            for (int stretch = 0; stretch < Stretches; stretch++)
            {
                int row = ((index * Stretches) + stretch) * spectrogram.Size;
                ReadOnlySpan<T> slopes = Slopes.Slice(row + spectrogram.First, Weights.Length);
                for (int j = 0; j < slopes.Length; j++)
                {
                    gradient[spectrogram.SampleAt(stretch, spectrogram.First + j, Samples)] += Weights[j] * slopes[j];
                }
            }
        }
    }
}
