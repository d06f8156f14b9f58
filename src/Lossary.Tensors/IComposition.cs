using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A fused operation said once more in small ones, for where its gradient is itself differentiated.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes the operation's output by operations that can be differentiated twice.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">
    /// What stands for the operation's inputs, in the order that they were given in; nothing else that requires a
    /// gradient may be read.
    /// </param>
    /// <returns>The output's shape.</returns>
    Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs);
}
