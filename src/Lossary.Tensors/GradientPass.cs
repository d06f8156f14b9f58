using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A backward pass that is itself recorded, as an operation sees it: what to differentiate, where to put it.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct GradientPass<T>(Tape<T> tape, Tensor<T> upstream)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Where the gradients are computed.</summary>
    public readonly Tape<T> Tape = tape;

    /// <summary>The gradient of the operation's output, in its shape.</summary>
    public readonly Tensor<T> Upstream = upstream;

    /// <summary>True where the gradient of an input serves to find one that was asked for.</summary>
    public static bool Wants(Tensor<T> input) => input.RequiresGradient && (!input.IsLeaf || input.IsWanted);

    /// <summary>Adds a part to an input's gradient.</summary>
    /// <param name="input">An input that the pass wants.</param>
    /// <param name="gradient">The part, made on the tape; in the input's shape.</param>
    public void Add(Tensor<T> input, Tensor<T> gradient)
    {
        System.Diagnostics.Debug.Assert(gradient.Shape == input.Shape);
        input.Upstream = input.Upstream is null ? gradient : Tape.Add(input.Upstream, gradient);
    }
}
