using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Tensors;

/// <summary>The weights of a recurrence, laid out for the products of its steps.</summary>
/// <remarks>
/// Blocks of columns are padded to whole cache lines. The last gate of a cell that treats the state's part apart has a
/// factor of its own.
/// </remarks>
internal readonly unsafe struct RecurrentFactors<TCell, T>
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly PackedFactor<T> _ofInput;
    private readonly PackedFactor<T> _ofState;
    private readonly PackedFactor<T> _apart;
    private readonly int _units;

    /// <summary>Lays weights out for the way forward, or transposed for the way back.</summary>
    public RecurrentFactors(
        Tape<T> tape, RecurrentExtents extents, Tensor<T> inputWeights, Tensor<T> recurrentWeights, bool isTransposed)
    {
        _units = extents.Units<T>();
        _ofInput = Pack(tape, extents, inputWeights, 0, TCell.Gates, isTransposed);
        _ofState = Pack(tape, extents, recurrentWeights, 0, Joined, isTransposed);
        _apart = HasApart ? Pack(tape, extents, recurrentWeights, Joined, 1, isTransposed) : default;
    }

    /// <summary>True where the last gate's sums over the state stand in a block of their own.</summary>
    public static bool HasApart => TCell.Blocks > TCell.Gates;

    private static int Joined => HasApart ? TCell.Gates - 1 : TCell.Gates;

    /// <summary>sums = bias + input · weights + state · recurrent weights.</summary>
    public void Forward(
        T* input, nint inputStride, T* state, int rows, T* bias, T* apartBias, T* sums)
    {
        nint stride = (nint)TCell.Blocks * _units;
        _ofInput.Multiply(input, inputStride, rows, bias, 0, sums, stride);
        _ofState.Multiply(state, _units, rows, sums, stride, sums, stride);
        if (HasApart)
        {
            _apart.Multiply(state, _units, rows, apartBias, 0, sums + ((nint)TCell.Gates * _units), stride);
        }
    }

    /// <summary>ofState + ofSums · recurrent weightsᵀ, in place.</summary>
    public void BackToState(T* ofSums, int rows, T* ofState)
    {
        nint stride = (nint)TCell.Blocks * _units;
        _ofState.Multiply(ofSums, stride, rows, ofState, _units, ofState, _units);
        if (HasApart)
        {
            T* last = ofSums + ((nint)TCell.Gates * _units);
            _apart.Multiply(last, stride, rows, ofState, _units, ofState, _units);
        }
    }

    /// <summary>ofInput = ofSums · weightsᵀ.</summary>
    public void BackToInput(T* ofSums, int rows, T* ofInput, nint inputStride) =>
        _ofInput.Multiply(ofSums, (nint)TCell.Blocks * _units, rows, null, 0, ofInput, inputStride);

    private static PackedFactor<T> Pack(
        Tape<T> tape, RecurrentExtents extents, Tensor<T> weights, int firstBlock, int blocks, bool isTransposed)
    {
        int inner = weights.Shape[0], columns = blocks * extents.Units<T>(), paddedInner = AlignedMemory.RoundUp<T>(inner);
        int length = inner * columns;
        Span<T> rows = tape.Workspace(length + (isTransposed ? columns * paddedInner : 0));
        Arrange(extents, weights, firstBlock, blocks, rows[..length]);
        if (isTransposed)
        {
            Span<T> crossed = rows[length..];
            PanelPacking.Pack(new Matrix<T>(rows[..length], inner, columns).Transposed, crossed, paddedInner);
            return Pack(tape, crossed, columns, paddedInner);
        }

        return Pack(tape, rows[..length], inner, columns);
    }

    private static PackedFactor<T> Pack(Tape<T> tape, Span<T> rows, int inner, int columns)
    {
        ArraySegment<T> panels = tape.RentMemory(inner * columns);

        // The tape's memory is pinned.
        return new PackedFactor<T>(Pointer(rows), inner, columns, Pointer(panels));
    }

    /// <summary>Copies blocks of columns, each padded with zeros.</summary>
    private static void Arrange(
        RecurrentExtents extents, Tensor<T> weights, int firstBlock, int blocks, Span<T> rows)
    {
        int hidden = extents.Hidden, units = extents.Units<T>(), stride = weights.Shape[1];
        if (units > hidden)
        {
            rows.Clear();
        }

        ReadOnlySpan<T> values = weights.Values;
        for (int row = 0; row < weights.Shape[0]; row++)
        {
            for (int block = 0; block < blocks; block++)
            {
                values.Slice((row * stride) + ((firstBlock + block) * hidden), hidden)
                    .CopyTo(rows[(((row * blocks) + block) * units)..]);
            }
        }
    }

    private static T* Pointer(Span<T> memory) =>
        (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));
}
