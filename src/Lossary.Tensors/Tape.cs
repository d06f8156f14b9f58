using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Records a computation while it runs, and walks it backward for the gradients (reverse mode).</summary>
/// <remarks>
/// Use: compute, <see cref="Backward"/>, read the gradients, <see cref="Reset"/>, and again. Tensors, records and
/// memory are reused: a step that does the same as the one before allocates nothing. A record is reused where the same
/// operation stands at the same place. One tape serves one thread.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed partial class Tape<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Arena<T> _arena = new();
    private readonly List<Tensor<T>> _tensors = [];
    private readonly List<Operation<T>> _operations = [];
    private ArraySegment<T> _workspace;
    private int _tensorCount;

    /// <summary>False inside a <see cref="NoGradient"/> scope.</summary>
    public bool IsRecording { get; internal set; } = true;

    /// <summary>How many operations stand on the tape.</summary>
    public int OperationCount { get; private set; }

    /// <summary>
    /// What is being computed, for messages about an operation: a network sets it to the layer it is in.
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>Computes without recording until the scope is disposed: for inference.</summary>
    public NoGradientScope<T> NoGradient() => new(this);

    /// <summary>Makes a tensor of this tape for the caller to fill; what stands in it is arbitrary.</summary>
    /// <param name="shape">Its shape.</param>
    public Tensor<T> Rent(Shape shape)
    {
        Tensor<T> tensor = NextTensor();
        tensor.Become(shape, _arena.Rent(shape.Length));
        return tensor;
    }

    /// <summary>Makes a tensor that shares a stretch of another one's memory, numbers and gradient.</summary>
    internal Tensor<T> View(Shape shape, Tensor<T> source, int offset)
    {
        Tensor<T> view = NextTensor();
        view.BecomeView(shape, source, offset);
        return view;
    }

    /// <summary>Copies numbers onto the tape.</summary>
    /// <param name="shape">Their shape.</param>
    /// <param name="values">The numbers, row by row.</param>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public Tensor<T> Constant(Shape shape, ReadOnlySpan<T> values)
    {
        if (values.Length != shape.Length)
        {
            throw new ArgumentException(
                $"values has {values.Length} elements, the shape {shape} holds {shape.Length}.", nameof(values));
        }

        Tensor<T> tensor = Rent(shape);
        values.CopyTo(tensor.Values);
        return tensor;
    }

    /// <summary>Copies numbers onto the tape as a variable that lasts until the next reset.</summary>
    /// <remarks>For gradients by an input: a gradient penalty, a saliency map.</remarks>
    /// <param name="shape">Their shape.</param>
    /// <param name="values">The numbers, row by row.</param>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public Tensor<T> Variable(Shape shape, ReadOnlySpan<T> values)
    {
        Tensor<T> tensor = Constant(shape, values);
        tensor.BecomeLeaf();
        return tensor;
    }

    /// <summary>Copies chosen rows of a table onto the tape: a mini-batch.</summary>
    /// <param name="table">The table, row by row, <c>[n, width]</c>.</param>
    /// <param name="width">How many numbers a row has; positive.</param>
    /// <param name="rows">Which rows, in order, <c>[batch]</c>; each in 0 … n − 1.</param>
    /// <returns>The rows, <c>[batch, width]</c>.</returns>
    public Tensor<T> Rows(ReadOnlySpan<T> table, int width, ReadOnlySpan<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Tensor<T> batch = Rent(new Shape(rows.Length, width));
        Span<T> values = batch.Values;
        for (int i = 0; i < rows.Length; i++)
        {
            table.Slice(checked(rows[i] * width), width).CopyTo(values.Slice(i * width, width));
        }

        return batch;
    }

    /// <summary>
    /// Puts an operation on the tape, where it matters: while recording, and where a gradient is asked for.
    /// </summary>
    /// <param name="output">What the operation made.</param>
    /// <param name="requiresGradient">True where any of its inputs requires a gradient.</param>
    /// <param name="record">The record to fill in; may hold what it held in an earlier step.</param>
    public bool TryRecord<TOperation>(
        Tensor<T> output, bool requiresGradient, [NotNullWhen(true)] out TOperation? record)
        where TOperation : Operation<T>, new()
    {
        ArgumentNullException.ThrowIfNull(output);
        if (WatchForNaN)
        {
            WatchOutput<TOperation>(output);
        }

        if (!IsRecording || !requiresGradient)
        {
            record = null;
            return false;
        }

        output.RequiresGradient = true;
        record = Reused<TOperation>();
        record.Output = output;
        record.Scope = Scope;
        if (_last == output)
        {
            _lastRecord = record;
        }

        OperationCount++;
        return true;
    }

    /// <summary>Starts over; the tensors made on the tape so far are no longer valid.</summary>
    public void Reset()
    {
        _arena.Reset();
        ResetArrays();
        _tensorCount = 0;
        OperationCount = 0;
        Scope = null;
        ForgetLast();
    }

    /// <summary>For indices that no record keeps.</summary>
    internal RowIndices Indices { get; } = new();

    /// <summary>True once a gradient was foreseen that was not asked for: it is no use to try again.</summary>
    internal bool HasFailedForesight { get; set; }

    /// <summary>Memory until the next reset; what stands in it is arbitrary.</summary>
    internal ArraySegment<T> RentMemory(int length) => _arena.Rent(length);

    /// <summary>Memory until the next call of this method; what stands in it is arbitrary.</summary>
    internal Span<T> Workspace(int length)
    {
        if (_workspace.Count < length)
        {
            _workspace = AlignedMemory.Allocate<T>(length);
        }

        return _workspace.AsSpan(0, length);
    }

    private Tensor<T> NextTensor()
    {
        if (_tensorCount == _tensors.Count)
        {
            _tensors.Add(new Tensor<T>());
        }

        return _tensors[_tensorCount++];
    }

    private TOperation Reused<TOperation>() where TOperation : Operation<T>, new()
    {
        if (OperationCount == _operations.Count)
        {
            _operations.Add(new TOperation());
        }

        if (_operations[OperationCount] is not TOperation record)
        {
            record = new TOperation();
            _operations[OperationCount] = record;
        }

        return record;
    }
}
