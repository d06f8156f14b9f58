using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// A transposed convolution along sequences <c>[time, channels]</c>: with a stride, it lengthens them.
/// </summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class ConvTransposed1d<T> : ConvolutionLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string Kind = "transposed convolution";

    /// <summary>Makes a layer.</summary>
    /// <param name="options">What it is made of; the window's height is 1.</param>
    /// <exception cref="ArgumentException">
    /// The window is higher than a sequence, or the channels do not fall into the groups.
    /// </exception>
    public ConvTransposed1d(ConvolutionOptions options)
        : base(SequenceWindow.Checked(options), isTransposed: true)
    {
    }

    /// <inheritdoc/>
    public override string Name => Named(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        CheckSample(Kind, input, rank: 2);
        (int _, int width) = ConvolveTransposedOperation.OutputSize(
            1, input[0], Options.Window, 0, Options.OutputPaddingWidth);
        return new Shape(width, Options.Outputs);
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => Activate(
        pass.Tape,
        pass.Tape.ConvolveTransposed(
            input, Weights, Bias, Options.Window, 0, Options.OutputPaddingWidth, Options.Groups, IsRectified));
}
