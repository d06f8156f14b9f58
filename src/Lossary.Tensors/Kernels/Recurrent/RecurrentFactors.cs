using System.Numerics;

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

    private nint Stride => (nint)TCell.Blocks * _units;

    /// <summary>sums = bias + input · weights + state · recurrent weights.</summary>
    public void Forward(StridedRows<T> input, T* state, int rows, T* bias, T* sums)
    {
        StridedRows<T> states = new(state, _units), to = new(sums, Stride);
        nint last = (nint)TCell.Gates * _units;
        _ofInput.Multiply(input, rows, new(bias, 0), to);
        _ofState.Multiply(states, rows, to, to);
        if (HasApart)
        {
            _apart.Multiply(states, rows, new(bias + last, 0), new(sums + last, Stride));
        }
    }

    /// <summary>ofState + ofSums · recurrent weightsᵀ, in place.</summary>
    public void BackToState(T* ofSums, int rows, T* ofState)
    {
        StridedRows<T> to = new(ofState, _units);
        _ofState.Multiply(new(ofSums, Stride), rows, to, to);
        if (HasApart)
        {
            _apart.Multiply(new(ofSums + ((nint)TCell.Gates * _units), Stride), rows, to, to);
        }
    }

    /// <summary>ofInput = ofSums · weightsᵀ.</summary>
    public void BackToInput(T* ofSums, int rows, StridedRows<T> ofInput) =>
        _ofInput.Multiply(new(ofSums, Stride), rows, default, ofInput);

    private static PackedFactor<T> Pack(
        Tape<T> tape, RecurrentExtents extents, Tensor<T> weights, int firstBlock, int blocks, bool isTransposed)
    {
        int rows = weights.Shape[0], stride = weights.Shape[1], hidden = extents.Hidden, units = extents.Units<T>();
        int inner = isTransposed ? blocks * units : rows;
        int columns = isTransposed ? AlignedMemory.RoundUp<T>(rows) : blocks * units;
        ArraySegment<T> panels = tape.RentMemory(checked(inner * columns));
        fixed (T* from = weights.Values, to = panels.AsSpan())
        {
            // The pointer stays good: the tape's memory never moves.
            PackedFactor<T> factor = new(to, inner, columns);
            for (int block = 0; block < blocks; block++)
            {
                StridedRows<T> part = new(from + ((nint)(firstBlock + block) * hidden), stride);
                if (isTransposed)
                {
                    factor.Place(part.Transposed, hidden, rows, firstRow: block * units);
                }
                else
                {
                    factor.Place(part, rows, hidden, firstColumn: block * units);
                }
            }

            return factor;
        }
    }
}
