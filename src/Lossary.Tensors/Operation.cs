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

    /// <summary>Adds the operation's part to the gradients of its inputs, from the gradient of its output.</summary>
    /// <param name="tape">Where temporary memory comes from.</param>
    protected internal abstract void Backward(Tape<T> tape);
}
