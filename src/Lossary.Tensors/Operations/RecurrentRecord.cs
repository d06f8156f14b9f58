using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Back through time, chunk by chunk on <see cref="WorkerPool.Shared"/>; then the gradients of
/// the weights, each one large product over all steps: ∂W = inputᵀ · ∂sums, ∂U = former statesᵀ · ∂sums.
/// </summary>
internal sealed unsafe class RecurrentRecord<TCell, T> : Operation<T>
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private int[] _lengths = [];
    private int _lengthCount;

    public RecurrentArguments<T> Arguments { get; set; }

    public RecurrentMemory<T> Memory { get; set; }

    public Tensor<T>? FinalCell { get; set; }

    private RecurrentExtents Extents => Arguments.Extents;

    /// <summary>Copies the lengths; the array only grows.</summary>
    public void KeepLengths(ReadOnlySpan<int> lengths)
    {
        if (_lengths.Length < lengths.Length)
        {
            _lengths = new int[lengths.Length];
        }

        lengths.CopyTo(_lengths);
        _lengthCount = lengths.Length;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        RecurrentExtents extents = Extents;
        int units = extents.Units<T>(), width = extents.Batch * units;
        int steps = extents.Batch * extents.Time, gates = TCell.Gates * extents.Hidden;
        bool hasApart = RecurrentFactors<TCell, T>.HasApart;
        ArraySegment<T> ofState = Rent(tape, width), ofCell = Rent(tape, TCell.HasCell ? width : 0);
        ArraySegment<T> ofBias = tape.RentMemory(extents.Chunks * TCell.Blocks * units);
        ArraySegment<T> ofInputSums = tape.RentMemory(checked(steps * gates));
        ArraySegment<T> ofStateSums = hasApart ? tape.RentMemory(steps * gates) : default;
        ArraySegment<T> formerStates = tape.RentMemory(steps * extents.Hidden);
        ArraySegment<T> ofStepSums = tape.RentMemory(TCell.Blocks * width);
        ArraySegment<T> ofStepInput = tape.RentMemory(extents.Batch * AlignedMemory.RoundUp<T>(extents.Inputs));
        if (FinalCell is { HasGradient: true })
        {
            PaddedRows.Pad(FinalCell.Gradient, extents.Hidden, ofCell, units);
        }

        Arguments.Input.TryTakeGradient(tape, out Span<T> ofInput, out bool addsToInput);
        RecurrentBackward<TCell, T> job = new()
        {
            Extents = extents,
            Factors = new(tape, extents, Arguments.InputWeights, Arguments.RecurrentWeights, isTransposed: true),
            AddsToInput = addsToInput,
        };
        fixed (int* ends = _lengths.AsSpan(0, _lengthCount))
        fixed (T* toInput = ofInput, gatesKept = Memory.Sums.AsSpan(), states = Memory.States.AsSpan())
        fixed (T* cells = Memory.Cells.AsSpan(), ofOutput = Output.Gradient, former = formerStates.AsSpan())
        fixed (T* state = ofState.AsSpan(), cell = ofCell.AsSpan(), bias = ofBias.AsSpan())
        fixed (T* inputSums = ofInputSums.AsSpan(), stateSums = ofStateSums.AsSpan())
        fixed (T* stepSums = ofStepSums.AsSpan(), stepInput = ofStepInput.AsSpan())
        {
            job.Lengths = ends;
            job.Gates = gatesKept;
            job.States = states;
            job.Cells = cells;
            job.OfOutput = ofOutput;
            job.OfState = state;
            job.OfCell = cell;
            job.OfStepSums = stepSums;
            job.OfBias = bias;
            job.OfInputSums = inputSums;
            job.OfStateSums = stateSums;
            job.FormerStates = former;
            job.OfInput = toInput;
            job.OfStepInput = stepInput;
            Recurrence<TCell, T>.RunChunks(extents, job);
        }

        PassToStart(tape, Arguments.InitialState, ofState);
        PassToStart(tape, Arguments.InitialCell, ofCell);
        PassToBiases(tape, ofBias);
        Matrix<T> input = new(Arguments.Input.Values, steps, extents.Inputs);
        PassToWeights(tape, Arguments.InputWeights, input, ofInputSums);
        Matrix<T> before = new(formerStates, steps, extents.Hidden);
        PassToWeights(tape, Arguments.RecurrentWeights, before, hasApart ? ofStateSums : ofInputSums);
    }

    private static ArraySegment<T> Rent(Tape<T> tape, int length)
    {
        ArraySegment<T> memory = tape.RentMemory(length);
        memory.AsSpan().Clear();
        return memory;
    }

    private static void PassToWeights(Tape<T> tape, Tensor<T> weights, in Matrix<T> left, ReadOnlySpan<T> ofSums)
    {
        if (weights.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Matrix<T> right = new(ofSums, left.StoredRows, weights.Shape[1]);
            MatrixProduct.Multiply(left.Transposed, in right, default, gradient, accumulate, tape);
        }
    }

    private void PassToStart(Tape<T> tape, Tensor<T>? initial, ReadOnlySpan<T> ofState)
    {
        if (initial is null || !initial.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        int hidden = Extents.Hidden, units = Extents.Units<T>();
        for (int row = 0; row < Extents.Batch; row++)
        {
            Sweep.Run(
                default(Copy), ofState.Slice(row * units, hidden), gradient.Slice(row * hidden, hidden), accumulate);
        }
    }

    /// <summary>Adds the chunks' sums, in their order.</summary>
    private void PassToBiases(Tape<T> tape, Span<T> ofBias)
    {
        int hidden = Extents.Hidden, units = Extents.Units<T>(), width = TCell.Blocks * units;
        Span<T> sum = ofBias[..width];
        for (int chunk = 1; chunk < Extents.Chunks; chunk++)
        {
            Sweep.Run(default(Copy), ofBias.Slice(chunk * width, width), sum, accumulate: true);
        }

        if (Arguments.Bias.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            for (int gate = 0; gate < TCell.Gates; gate++)
            {
                Sweep.Run(
                    default(Copy), sum.Slice(gate * units, hidden), gradient.Slice(gate * hidden, hidden), accumulate);
            }
        }

        if (Arguments.RecurrentBias is Tensor<T> apart && apart.TryTakeGradient(tape, out gradient, out accumulate))
        {
            Sweep.Run(default(Copy), sum.Slice(TCell.Gates * units, hidden), gradient, accumulate);
        }
    }
}
