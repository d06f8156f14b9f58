using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Rows of memory, one for each number of a sample, one for each derivative, one for the loss itself.</summary>
/// <remarks>
/// All samples of one number stand side by side, and rows are padded to whole lanes: a sweep needs neither strides nor a tail.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe readonly struct FormulaSheet<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The lanes of every machine divide it.</summary>
    private const int Grain = 16;

    private readonly Tensor<T> _memory;
    private readonly T* _start;

    private FormulaSheet(Tensor<T> memory, int numbers, int samples, int stride)
    {
        _memory = memory;

        // The tape's memory is pinned.
        _start = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory.Values));
        Numbers = numbers;
        Samples = samples;
        Stride = stride;
    }

    /// <summary>How many numbers a sample has.</summary>
    public int Numbers { get; }

    /// <summary>How many samples there are.</summary>
    public int Samples { get; }

    /// <summary>From one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Memory of the tape for so many numbers and samples.</summary>
    public static FormulaSheet<T> Rent(Tape<T> tape, int numbers, int samples)
    {
        int stride = (samples + Grain - 1) & ~(Grain - 1);
        return new(tape.Rent(new Shape((2 * numbers) + 1, stride)), numbers, samples, stride);
    }

    /// <summary>One number of every sample.</summary>
    public T* Inputs(int number) => _start + ((nint)number * Stride);

    /// <summary>The derivatives by one number.</summary>
    public T* Slopes(int number) => _start + ((nint)(Numbers + number) * Stride);

    /// <summary>The derivatives by one number, without the padding.</summary>
    public ReadOnlySpan<T> SlopesOf(int number) => new(Slopes(number), Samples);

    /// <summary>The losses.</summary>
    public T* Values => _start + ((nint)(2 * Numbers) * Stride);

    /// <summary>The losses, without the padding.</summary>
    public ReadOnlySpan<T> Losses => new(Values, Samples);

    /// <summary>Copies one number of every sample in; the last sample stands in the padding too.</summary>
    public void Fill(int number, ReadOnlySpan<T> source, int offset, int step)
    {
        Span<T> row = new(Inputs(number), Stride);
        if (step == 1)
        {
            source.CopyTo(row);
        }
        else
        {
            for (int i = 0; i < Samples; i++)
            {
                row[i] = source[offset + (i * step)];
            }
        }

        row[Samples..].Fill(row[Samples - 1]);
    }

    /// <summary>The same number for every sample.</summary>
    public void Fill(int number, double constant) => new Span<T>(Inputs(number), Stride).Fill(T.CreateTruncating(constant));
}
