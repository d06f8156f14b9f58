using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>The largest number that a window sees, for each channel of images or sequences.</summary>
/// <param name="window">What is moved; of height 1 along sequences.</param>
/// <param name="roundsUp">True to let a last window reach beyond the image where the stride leaves a rest.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class MaxPool<T>(Window window, bool roundsUp = false) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a layer that takes the largest of each square, side by side.</summary>
    /// <param name="size">Rows and columns of the square, and its stride; positive.</param>
    public MaxPool(int size)
        : this(new Window(size) { Stride = size })
    {
    }

    /// <inheritdoc/>
    public override string Name => $"max pooling {window}";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => PoolSample.Sliding("max pooling", input, window, roundsUp);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.MaxPool(input, window, roundsUp);
}
