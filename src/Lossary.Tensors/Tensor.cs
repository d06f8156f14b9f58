using System.Buffers;
using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Numbers in a shape, row-major, and the gradient of an objective with respect to them.</summary>
/// <remarks>
/// Made by a user, it owns its memory, and each backward pass adds to its gradient until <see cref="ClearGradient"/>.
/// Made by an operation, it belongs to its tape and is good until <see cref="Tape{T}.Reset"/>.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Tensor<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _values;
    private ArraySegment<T> _gradient;
    private Tensor<T>? _source;
    private int _offset;
    private object? _foreseenBy;

    /// <summary>Makes a constant: nothing is differentiated by it.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="values">Its numbers, row by row; used, not copied.</param>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public Tensor(Shape shape, ArraySegment<T> values)
    {
        RequireLength(shape, values.Count, nameof(values));
        Shape = shape;
        _values = values;
    }

    /// <summary>Makes a variable: backward passes add to its gradient.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="values">Its numbers, row by row; used, not copied.</param>
    /// <param name="gradient">Memory of the same length for the gradient; used, not copied.</param>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public Tensor(Shape shape, ArraySegment<T> values, ArraySegment<T> gradient)
        : this(shape, values)
    {
        RequireLength(shape, gradient.Count, nameof(gradient));
        _gradient = gradient;
        RequiresGradient = true;
        HasGradient = true;
        IsLeaf = true;
    }

    /// <summary>Makes a tensor that its tape fills in.</summary>
    internal Tensor()
    {
    }

    /// <summary>The extents.</summary>
    public Shape Shape { get; private set; }

    /// <summary>True where backward passes compute a gradient.</summary>
    public bool RequiresGradient { get; internal set; }

    /// <summary>The numbers, row by row.</summary>
    public Span<T> Values => _values;

    /// <summary>The gradient, in the same order; empty where no backward pass came by.</summary>
    public Span<T> Gradient => HasGradient ? _gradient : default;

    /// <summary>The only number of a tensor that holds one.</summary>
    /// <exception cref="InvalidOperationException">It holds more, or none.</exception>
    public T Scalar => Shape.Length == 1
        ? _values[0]
        : throw new InvalidOperationException($"Scalar needs one element; the tensor's shape is {Shape}.");

    internal bool HasGradient { get; private set; }

    /// <summary>
    /// True where the next part of the gradient overwrites what the memory holds, as if it had been cleared to 0.
    /// </summary>
    internal bool RestartsGradient { get; set; }

    /// <summary>True where the numbers are another tensor's.</summary>
    internal bool IsView => _source is not null;

    /// <summary>True where a gradient ends: no operation made the tensor.</summary>
    internal bool IsLeaf { get; private set; }

    /// <summary>True where a recorded backward pass was asked for the gradient of this tensor.</summary>
    internal bool IsWanted { get; set; }

    /// <summary>The gradient so far of a recorded backward pass: a tensor of the tape; null before any part.</summary>
    internal Tensor<T>? Upstream { get; set; }

    /// <summary>Makes a variable with memory of its own.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="values">Its numbers, row by row; copied.</param>
    public static Tensor<T> Variable(Shape shape, ReadOnlySpan<T> values)
    {
        RequireLength(shape, values.Length, nameof(values));
        Tensor<T> variable = new(
            shape, AlignedMemory.Allocate<T>(shape.Length), AlignedMemory.Allocate<T>(shape.Length));
        values.CopyTo(variable.Values);
        return variable;
    }

    /// <summary>Sets a variable's gradient to 0.</summary>
    public void ClearGradient() => Gradient.Clear();

    /// <summary>Keeps the numbers where they are until the handle is disposed of.</summary>
    internal MemoryHandle Pin() => _values.AsMemory().Pin();

    internal void Become(Shape shape, ArraySegment<T> values)
    {
        Shape = shape;
        _values = values;
        RequiresGradient = false;
        HasGradient = false;
        IsLeaf = false;
        IsWanted = false;
        RestartsGradient = false;
        Upstream = null;
        _source = null;
    }

    /// <summary>Becomes a stretch of another tensor: the same memory for the numbers and for the gradient.</summary>
    internal void BecomeView(Shape shape, Tensor<T> source, int offset)
    {
        Become(shape, source._values.Slice(offset, shape.Length));
        _source = source;
        _offset = offset;
    }

    /// <summary>Becomes a variable that lasts until the tape is reset.</summary>
    internal void BecomeLeaf()
    {
        RequiresGradient = true;
        IsLeaf = true;
    }

    /// <summary>Forgets the last backward pass: what an operation made starts each pass without a gradient.</summary>
    internal void ForgetGradient() => HasGradient = false;

    /// <summary>
    /// Memory for an operation that foresees, as it computes its output, what its backward half will be asked for:
    /// that of a gradient which the next part overwrites anyway; empty where there is no such memory.
    /// </summary>
    /// <param name="author">Who writes there.</param>
    internal ArraySegment<T> Foresee(object author)
    {
        if (!RequiresGradient || !RestartsGradient)
        {
            return default;
        }

        _foreseenBy = author;
        return _gradient;
    }

    /// <summary>
    /// True where nothing was written to the gradient since its author foresaw it; asked once, before it is taken.
    /// </summary>
    internal bool IsForeseenBy(object author)
    {
        bool isUntouched = RestartsGradient && ReferenceEquals(_foreseenBy, author);
        _foreseenBy = null;
        return isUntouched;
    }

    /// <summary>Where an operation's backward half puts its part; false where nobody wants it.</summary>
    /// <param name="tape">The tape whose memory an intermediate gradient takes.</param>
    /// <param name="gradient">The memory.</param>
    /// <param name="accumulate">
    /// True where the memory holds a part already, to be added to; false where it holds anything.
    /// </param>
    internal bool TryTakeGradient(Tape<T> tape, out Span<T> gradient, out bool accumulate)
    {
        accumulate = false;
        gradient = default;
        if (!RequiresGradient)
        {
            return false;
        }

        accumulate = TakeGradient(tape);
        tape.NoteTaken(this);
        gradient = _gradient;
        return true;
    }

    /// <summary>Sees to memory for the gradient; true where a part of it is there already.</summary>
    private bool TakeGradient(Tape<T> tape)
    {
        bool accumulate = HasGradient && !RestartsGradient;
        RestartsGradient = false;
        if (_source is not null)
        {
            accumulate = _source.TakeGradient(tape);
            if (!accumulate && Shape.Length < _source.Shape.Length)
            {
                // Others may never write to the rest.
                _source.Gradient.Clear();
                accumulate = true;
            }

            _gradient = _source._gradient.Slice(_offset, Shape.Length);
        }
        else if (!HasGradient)
        {
            _gradient = tape.RentMemory(Shape.Length);
        }

        HasGradient = true;
        return accumulate;
    }

    private static void RequireLength(Shape shape, int count, string name)
    {
        if (count != shape.Length)
        {
            throw new ArgumentException($"{name} has {count} elements, the shape {shape} holds {shape.Length}.", name);
        }
    }
}
