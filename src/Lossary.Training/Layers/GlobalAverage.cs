using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>The mean of each channel over the whole image or sequence: a row of channels.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class GlobalAverage<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => "global average";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => new(PoolSample.Extents(Name, input).Channels);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Tensor<T> means = pass.Tape.AdaptiveAveragePool(input, 1, 1);
        return pass.Tape.Reshape(means, new Shape(input.Shape[0], means.Shape[means.Shape.Rank - 1]));
    }
}
