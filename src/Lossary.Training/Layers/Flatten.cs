using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Makes a row of each sample, such as an image before a dense layer; nothing is copied.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Flatten<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => "flatten";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => new(input.Length);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int batch = input.Shape[0];
        return pass.Tape.Reshape(input, new Shape(batch, batch == 0 ? 0 : input.Shape.Length / batch));
    }
}
