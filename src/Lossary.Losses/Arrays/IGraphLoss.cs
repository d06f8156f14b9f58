using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A loss whose samples are coupled, or whose inputs have a structure: written once as a graph over a tape.
/// </summary>
/// <remarks>
/// Its gradient, its place in a network's graph and its use on plain arrays all come from that graph. Where it is hot,
/// its graph holds an operation of its own with a fused backward half.
/// </remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IGraphLoss<TSelf> : IArrayLoss<TSelf>
    where TSelf : struct, IGraphLoss<TSelf>
{
    /// <summary>The terms whose weighted mean is the loss.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">The inputs, checked against their cards.</param>
    LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
