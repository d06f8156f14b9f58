using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Where a sweep reads each number of the samples, and where it writes their losses and derivatives.</summary>
/// <remarks>
/// All samples of one number stand side by side. What is written is the tape's, whose pieces end with whole cache
/// lines; what is read stays where it is as far as whole lines go, and only the samples of the last, broken line are
/// copied and padded: a sweep needs neither strides nor a tail.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct FormulaSheet<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T* _values;
    private FormulaSlots<nint> _inputs;
    private FormulaSlots<nint> _tails;
    private FormulaSlots<nint> _slopes;

    /// <summary>A sheet for so many numbers of each sample, whose losses are written to a tensor of the tape.</summary>
    public FormulaSheet(int numbers, Tensor<T> output)
    {
        Numbers = numbers;
        Samples = output.Shape.Length;
        _values = Start(output);
    }

    /// <summary>How many numbers a sample has.</summary>
    public int Numbers { get; }

    /// <summary>How many samples there are.</summary>
    public int Samples { get; }

    /// <summary>As many samples as fill whole cache lines.</summary>
    public readonly int Whole => Samples / Grain * Grain;

    /// <summary>With those that pad the last line.</summary>
    public readonly int Stride => AlignedMemory.RoundUp<T>(Samples);

    /// <summary>The losses.</summary>
    public readonly T* Values => _values;

    /// <summary>The lanes of every machine divide it.</summary>
    private static int Grain => AlignedMemory.Alignment / sizeof(T);

    /// <summary>One number of every sample; of those below <see cref="Whole"/>, or of those from there on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T* Inputs(int number, bool isTail) => (T*)(isTail ? _tails[number] : _inputs[number]);

    /// <summary>The derivatives by one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T* Slopes(int number) => (T*)_slopes[number];

    /// <summary>The derivatives by one number, without the padding.</summary>
    public readonly ReadOnlySpan<T> SlopesOf(int number) => new(Slopes(number), Samples);

    /// <summary>Reads one number of every sample where it stands; pinned for as long as the sweep runs.</summary>
    public void Read(Tape<T> tape, int number, void* pinned)
    {
        T* from = (T*)pinned, tail = Start(tape.Rent(new Shape(Grain)));
        for (int i = 0; i < Grain; i++)
        {
            tail[i] = from[Math.Min(Whole + i, Samples - 1)];
        }

        _inputs[number] = (nint)from;
        _tails[number] = (nint)(tail - Whole);
    }

    /// <summary>
    /// Copies one number of every sample, with others between them; the last sample stands in the padding too.
    /// </summary>
    public void Copy(Tape<T> tape, int number, ReadOnlySpan<T> source, int offset, int step)
    {
        T* row = Row(tape, number);
        for (int i = 0; i < Stride; i++)
        {
            row[i] = source[offset + (Math.Min(i, Samples - 1) * step)];
        }
    }

    /// <summary>The same number for every sample.</summary>
    public void Fill(Tape<T> tape, int number, double constant) =>
        new Span<T>(Row(tape, number), Stride).Fill(T.CreateTruncating(constant));

    /// <summary>Makes room for the derivatives by those numbers that have a bit.</summary>
    public void Want(Tape<T> tape, uint wanted)
    {
        for (int number = 0; number < Numbers; number++)
        {
            if ((wanted >> number & 1) != 0)
            {
                _slopes[number] = (nint)Start(tape.Rent(new Shape(Stride)));
            }
        }
    }

    private T* Row(Tape<T> tape, int number)
    {
        T* row = Start(tape.Rent(new Shape(Stride)));
        _inputs[number] = _tails[number] = (nint)row;
        return row;
    }

    /// <summary>Where a tensor of the tape stands: the tape's memory is pinned.</summary>
    public static T* Start(Tensor<T> tensor) => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.Values));
}
