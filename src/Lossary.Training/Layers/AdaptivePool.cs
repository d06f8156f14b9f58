using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>The mean, or the largest number, of as many even parts of each channel as are asked for.</summary>
/// <param name="height">Rows that come out; 1 for sequences.</param>
/// <param name="width">Columns that come out; positive.</param>
/// <param name="takesLargest">True for the largest number, false for the mean.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class AdaptivePool<T>(int height, int width, bool takesLargest = false) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string Name => $"adaptive {(takesLargest ? "max" : "average")} pooling to {height}x{width}";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => PoolSample.Resized("adaptive pooling", input, height, width);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => takesLargest
        ? pass.Tape.AdaptiveMaxPool(input, height, width)
        : pass.Tape.AdaptiveAveragePool(input, height, width);
}
