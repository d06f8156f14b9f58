using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A convolution along sequences <c>[time, channels]</c>.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Conv1d<T> : ConvolutionLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const string Kind = "convolution";

    /// <summary>Makes a layer.</summary>
    /// <param name="options">What it is made of; the window's height is 1.</param>
    /// <exception cref="ArgumentException">
    /// The window is higher than a sequence, or the channels do not fall into the groups.
    /// </exception>
    public Conv1d(ConvolutionOptions options)
        : base(SequenceWindow.Checked(options), isTransposed: false)
    {
    }

    /// <summary>Makes a layer whose kernel moves by one step, without padding.</summary>
    /// <param name="inputs">How many channels it gets; positive.</param>
    /// <param name="outputs">How many channels it makes; positive.</param>
    /// <param name="kernel">How many steps the kernel reads; positive.</param>
    /// <param name="activation">What the sums go through; null for nothing.</param>
    public Conv1d(int inputs, int outputs, int kernel, Activation? activation = null)
        : this(new ConvolutionOptions(inputs, outputs, new Window(1, kernel)) { Activation = activation })
    {
    }

    /// <inheritdoc/>
    public override string Name => Named(Kind);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        CheckSample(Kind, input, rank: 2);
        ConvolutionShape shape = new(
            1, 1, input[0], Options.Inputs, Options.Outputs, Options.Window, Options.Groups);
        return new Shape(shape.OutputWidth, shape.Outputs);
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => Activate(
        pass.Tape,
        pass.Tape.Convolve(input, Weights, Bias, Options.Window, Options.Groups, IsRectified));
}
