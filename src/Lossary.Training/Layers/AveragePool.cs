using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>The mean of what a window sees, for each channel of images or sequences.</summary>
/// <param name="window">What is moved; of height 1 along sequences.</param>
/// <param name="roundsUp">True to let a last window reach beyond the image where the stride leaves a rest.</param>
/// <param name="countsPadding">True where means count padding as zeros; false where they leave it out.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class AveragePool<T>(Window window, bool roundsUp = false, bool countsPadding = true) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a layer that takes the mean of each square, side by side.</summary>
    /// <param name="size">Rows and columns of the square, and its stride; positive.</param>
    public AveragePool(int size)
        : this(new Window(size) { Stride = size })
    {
    }

    /// <inheritdoc/>
    public override string Name => $"average pooling {window}";

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => PoolSample.Sliding("average pooling", input, window, roundsUp);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.AveragePool(input, window, roundsUp, countsPadding);
}
