using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// A transposed convolution over images <c>[height, width, channels]</c>: with a stride, it enlarges them.
/// </summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class ConvTransposed2d<T> : ConvolutionLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string Kind = "transposed convolution";

    /// <summary>Makes a layer.</summary>
    /// <param name="options">What it is made of.</param>
    /// <exception cref="ArgumentException">The channels do not fall into the groups.</exception>
    public ConvTransposed2d(ConvolutionOptions options)
        : base(options, isTransposed: true)
    {
    }

    /// <inheritdoc/>
    public override string Name => Named(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        CheckSample(Kind, input, rank: 3);
        (int height, int width) = ConvolveTransposedOperation.OutputSize(
            input[0], input[1], Options.Window, Options.OutputPaddingHeight, Options.OutputPaddingWidth);
        return new Shape(height, width, Options.Outputs);
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => Activate(
        pass.Tape,
        pass.Tape.ConvolveTransposed(
            input, Weights, Bias, Options.Window, Options.OutputPaddingHeight, Options.OutputPaddingWidth,
            Options.Groups, IsRectified));
}
