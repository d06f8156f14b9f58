using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>An activation as a layer of its own; right after a dense layer, its own activation is faster.</summary>
/// <param name="activation">Which one.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class ActivationLayer<T>(Activation activation) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => activation.Name;

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.Activate(input, activation);
}
