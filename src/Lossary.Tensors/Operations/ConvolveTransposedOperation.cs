using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Transposed convolution, from few pixels to many: a convolution's input gradient, used forward.</summary>
public static class ConvolveTransposedOperation
{
    private const string Name = "ConvolveTransposed";

    /// <summary>
    /// Each input pixel puts the weights, times itself, on the output; then bias, and ReLU if asked for.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">
    /// Images <c>[batch, height, width, inputs]</c>, or sequences <c>[batch, time, inputs]</c>: images of height 1.
    /// </param>
    /// <param name="weights">
    /// Those of the convolution that goes the other way: <c>[kernel height, kernel width, outputs / groups,
    /// inputs]</c>.
    /// </param>
    /// <param name="bias">Shape <c>[outputs]</c>; null for none.</param>
    /// <param name="window">How the kernel is moved over the output; its padding is cut off there.</param>
    /// <param name="outputPaddingHeight">
    /// More rows at the bottom, which the stride leaves open; below the stride.
    /// </param>
    /// <param name="outputPaddingWidth">
    /// More columns at the right, which the stride leaves open; below the stride.
    /// </param>
    /// <param name="groups">In how many parts the channels fall; positive.</param>
    /// <param name="rectify">True for max(…, 0), in the same pass.</param>
    /// <returns>
    /// Shape <c>[batch, output height, output width, outputs]</c>, or <c>[batch, output time, outputs]</c>, where the
    /// output height is (height − 1) · stride − 2 · padding + dilation · (kernel height − 1) + output padding + 1.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> ConvolveTransposed<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> weights, Tensor<T>? bias, Window window,
        int outputPaddingHeight = 0, int outputPaddingWidth = 0, int groups = 1, bool rectify = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ImageExtents image = ImageExtents.Of(Name, nameof(input), input);
        ConvolutionCheck.LastAxis(Name, nameof(weights), weights);
        int outputs = weights.Shape[2] * groups;
        (int height, int width) = OutputSize(
            image.Height, image.Width, window, outputPaddingHeight, outputPaddingWidth);
        ConvolutionShape shape = ConvolutionCheck.Shape(
            Name, image with { Height = height, Width = width }, outputs, image.Channels, window, groups);
        ConvolutionCheck.Weights(Name, weights, window, outputs, image.Channels, groups);
        ConvolutionCheck.Bias(Name, bias, outputs);

        Tensor<T> output = tape.Rent(ImageExtents.Like(input.Shape, shape.Height, shape.Width, outputs));
        Convolution.InputGradient<T>(
            in shape, input.Values, weights.Values, bias is null ? default : bias.Values, output.Values,
            tape.Workspace(Convolution.InputGradientWorkspace<T>(in shape)), accumulate: false, rectify);
        bool requiresGradient =
            input.RequiresGradient || weights.RequiresGradient || bias is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out ConvolveTransposedRecord<T>? record))
        {
            record.Input = input;
            record.Weights = weights;
            record.Bias = bias;
            record.Shape = shape;
            record.IsRectified = rectify;
        }

        return output;
    }

    /// <summary>How many pixels come out.</summary>
    /// <param name="height">Rows that go in; positive.</param>
    /// <param name="width">Columns that go in; positive.</param>
    /// <param name="window">How the kernel is moved over the output.</param>
    /// <param name="outputPaddingHeight">More rows at the bottom.</param>
    /// <param name="outputPaddingWidth">More columns at the right.</param>
    /// <exception cref="ArgumentException">
    /// The output padding is not below the stride, or no pixel would come out.
    /// </exception>
    public static (int Height, int Width) OutputSize(
        int height, int width, Window window, int outputPaddingHeight, int outputPaddingWidth)
    {
        RequireBelowStride(outputPaddingHeight, window.StrideHeight, nameof(outputPaddingHeight));
        RequireBelowStride(outputPaddingWidth, window.StrideWidth, nameof(outputPaddingWidth));
        int rows = ((height - 1) * window.StrideHeight) - (2 * window.PaddingHeight)
            + (window.DilationHeight * (window.Height - 1)) + outputPaddingHeight + 1;
        int columns = ((width - 1) * window.StrideWidth) - (2 * window.PaddingWidth)
            + (window.DilationWidth * (window.Width - 1)) + outputPaddingWidth + 1;
        return rows >= 1 && columns >= 1
            ? (rows, columns)
            : throw new ArgumentException(
                $"{Name}: the window {window} makes {rows}x{columns} pixels of {height}x{width}.", nameof(window));
    }

    /// <summary>A convolution's input gradient, itself on the tape.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="upstream">The gradient of the convolution's sums.</param>
    /// <param name="weights">The convolution's.</param>
    /// <param name="shape">The convolution's.</param>
    /// <param name="extents">The shape of the convolution's input.</param>
    internal static Tensor<T> Back<T>(
        Tape<T> tape, Tensor<T> upstream, Tensor<T> weights, in ConvolutionShape shape, Shape extents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(extents);
        Convolution.InputGradient<T>(
            in shape, upstream.Values, weights.Values, default, output.Values,
            tape.Workspace(Convolution.InputGradientWorkspace<T>(in shape)), accumulate: false);
        bool requiresGradient = upstream.RequiresGradient || weights.RequiresGradient;
        if (tape.TryRecord(output, requiresGradient, out ConvolveTransposedRecord<T>? record))
        {
            record.Input = upstream;
            record.Weights = weights;
            record.Bias = null;
            record.Shape = shape;
            record.IsRectified = false;
        }

        return output;
    }

    private static void RequireBelowStride(int padding, int stride, string name)
    {
        if (padding < 0 || padding >= Math.Max(1, stride))
        {
            throw new ArgumentException(
                $"{Name}: {name} is {padding}; it must be below the stride, which is {stride}.", name);
        }
    }
}

/// <summary>
/// The way back is the convolution itself, for the input, and its weight gradient with the sides exchanged.
/// </summary>
internal sealed class ConvolveTransposedRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Weights { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T>? Bias { get; set; }

    public ConvolutionShape Shape { get; set; }

    public bool IsRectified { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        ConvolutionShape shape = Shape;
        ReadOnlySpan<T> ofSum = RectifiedGradient.Of(tape, Output, IsRectified);
        if (Weights.TryTakeGradient(tape, out Span<T> ofWeights, out bool accumulate))
        {
            Convolution.WeightGradient(
                in shape, ofSum, Input.Values, ofWeights, default,
                tape.Workspace(Convolution.WeightGradientWorkspace<T>(in shape)), accumulate);
        }

        if (Bias is not null && Bias.TryTakeGradient(tape, out Span<T> ofBias, out accumulate))
        {
            ColumnSums.Run(ofSum, ofBias, accumulate);
        }

        if (Input.TryTakeGradient(tape, out Span<T> ofInput, out accumulate))
        {
            Span<T> part = accumulate ? tape.RentMemory(ofInput.Length) : ofInput;
            Convolution.Forward(
                in shape, ofSum, Weights.Values, default, part,
                tape.Workspace(Convolution.ForwardWorkspace<T>(in shape)));
            if (accumulate)
            {
                Sweep.Run<T, Copy>(default, part, ofInput, accumulate: true);
            }
        }
    }
}
