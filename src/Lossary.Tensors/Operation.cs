using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What a tape keeps of one operation, and its backward half.</summary>
/// <remarks>
/// Records are reused step after step: a derived class holds inputs as settable members and allocates nothing.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What the operation made.</summary>
    public Tensor<T> Output { get; internal set; } = null!; // Set by the tape before anyone sees the record.

    /// <summary>What the tape's scope was when the operation ran: the layer; null outside any.</summary>
    public string? Scope { get; internal set; }

    /// <summary>The operation's name in messages: that of the record's type, less "Record".</summary>
    internal virtual string Name => OperationName.Of(GetType());

    /// <summary>Adds the operation's part to the gradients of its inputs, from the gradient of its output.</summary>
    /// <param name="tape">Where temporary memory comes from.</param>
    protected internal abstract void Backward(Tape<T> tape);

    /// <summary>
    /// The backward half by operations on the tape, so that the gradients can themselves be differentiated.
    /// </summary>
    /// <remarks>
    /// For each input that <see cref="GradientPass{T}.Wants"/>, computes its part of the gradient from
    /// <see cref="GradientPass{T}.Upstream"/>, the inputs and the output, and hands it to
    /// <see cref="GradientPass{T}.Add"/>.
    /// </remarks>
    /// <param name="pass">The pass.</param>
    /// <exception cref="NotSupportedException">The operation has no such half.</exception>
    internal virtual void RecordBackward(GradientPass<T> pass) => throw Refusal();

    /// <summary>What to throw where the operation has no such half.</summary>
    internal NotSupportedException Refusal() => new(
        $"{OperationName.In(Name, Scope)} cannot be differentiated twice: its gradient is computed in one piece, " +
        "not by operations on the tape.");
}
