using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A convolution over images <c>[height, width, channels]</c>.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Conv2d<T> : ConvolutionLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string Kind = "convolution";

    /// <summary>Makes a layer.</summary>
    /// <param name="options">What it is made of.</param>
    /// <exception cref="ArgumentException">The channels do not fall into the groups.</exception>
    public Conv2d(ConvolutionOptions options)
        : base(options, isTransposed: false)
    {
    }

    /// <summary>Makes a layer with a square kernel that moves by one pixel, without padding.</summary>
    /// <param name="inputs">How many channels it gets; positive.</param>
    /// <param name="outputs">How many channels it makes; positive.</param>
    /// <param name="kernel">Rows and columns of the kernel; positive.</param>
    /// <param name="activation">What the sums go through; null for nothing.</param>
    public Conv2d(int inputs, int outputs, int kernel, Activation? activation = null)
        : this(new ConvolutionOptions(inputs, outputs, new Window(kernel)) { Activation = activation })
    {
    }

    /// <inheritdoc/>
    public override string Name => Named(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        CheckSample(Kind, input, rank: 3);
        ConvolutionShape shape = new(
            1, input[0], input[1], Options.Inputs, Options.Outputs, Options.Window, Options.Groups);
        return new Shape(shape.OutputHeight, shape.OutputWidth, shape.Outputs);
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => Activate(
        pass.Tape,
        pass.Tape.Convolve(input, Weights, Bias, Options.Window, Options.Groups, IsRectified));
}
