using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Convolution of images and sequences: sums, bias and ReLU in one record.</summary>
public static class ConvolveOperation
{
    private const string Name = "Convolve";

    /// <summary>input ∗ weights + bias, and ReLU of it if asked for.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">
    /// Images <c>[batch, height, width, inputs]</c>, or sequences <c>[batch, time, inputs]</c>: images of height 1.
    /// </param>
    /// <param name="weights">
    /// Shape <c>[kernel height, kernel width, inputs / groups, outputs]</c>; the kernel's height and width are the
    /// window's.
    /// </param>
    /// <param name="bias">Shape <c>[outputs]</c>; null for none.</param>
    /// <param name="window">How the kernel is moved.</param>
    /// <param name="groups">In how many parts the channels fall; positive.</param>
    /// <param name="rectify">True for max(…, 0), in the same pass.</param>
    /// <returns>
    /// Shape <c>[batch, output height, output width, outputs]</c>, or <c>[batch, output time, outputs]</c>.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> Convolve<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> weights, Tensor<T>? bias, Window window, int groups = 1,
        bool rectify = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ImageExtents image = ImageExtents.Of(Name, nameof(input), input);
        int outputs = ConvolutionCheck.LastAxis(Name, nameof(weights), weights);
        ConvolutionShape shape = ConvolutionCheck.Shape(Name, image, image.Channels, outputs, window, groups);
        ConvolutionCheck.Weights(Name, weights, window, image.Channels, outputs, groups);
        ConvolutionCheck.Bias(Name, bias, outputs);

        Tensor<T> output = tape.Rent(
            ImageExtents.Like(input.Shape, shape.OutputHeight, shape.OutputWidth, shape.Outputs));
        Convolution.Forward<T>(
            in shape, input.Values, weights.Values, bias is null ? default : bias.Values, output.Values,
            tape.Workspace(Convolution.ForwardWorkspace<T>(in shape)), rectify);
        bool requiresGradient =
            input.RequiresGradient || weights.RequiresGradient || bias is { RequiresGradient: true };
        if (tape.TryRecord(output, requiresGradient, out ConvolveRecord<T>? record))
        {
            record.Input = input;
            record.Weights = weights;
            record.Bias = bias;
            record.Shape = shape;
            record.IsRectified = rectify;
        }

        return output;
    }
}

/// <summary>
/// With ∂sum = ∂output where it was not cut off: ∂weights correlates input and ∂sum, ∂bias adds ∂sum up, ∂input moves
/// the weights back over ∂sum.
/// </summary>
internal sealed class ConvolveRecord<T> : Operation<T>
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
        Span<T> ofBias = default;
        bool accumulateBias = false;
        bool wantsWeights = Weights.TryTakeGradient(tape, out Span<T> ofWeights, out bool accumulateWeights);
        bool wantsBias = Bias is not null && Bias.TryTakeGradient(tape, out ofBias, out accumulateBias);
        if (wantsWeights || wantsBias)
        {
            Convolution.WeightGradient(
                in shape, Input.Values, ofSum, ofWeights, ofBias,
                tape.Workspace(Convolution.WeightGradientWorkspace<T>(in shape)), accumulateWeights, accumulateBias);
        }

        if (Input.TryTakeGradient(tape, out Span<T> ofInput, out bool accumulate))
        {
            Convolution.InputGradient(
                in shape, ofSum, Weights.Values, default, ofInput,
                tape.Workspace(Convolution.InputGradientWorkspace<T>(in shape)), accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Weights) || (Bias is not null && GradientPass<T>.Wants(Bias)))
        {
            // The gradient by the kernel is no convolution that stands on the tape.
            base.RecordBackward(pass);
        }

        if (GradientPass<T>.Wants(Input))
        {
            Tensor<T> ofSum = IsRectified
                ? pass.Tape.Multiply(pass.Upstream, pass.Tape.Sign(Output))
                : pass.Upstream;
            pass.Add(Input, ConvolveTransposedOperation.Back(pass.Tape, ofSum, Weights, Shape, Input.Shape));
        }
    }
}
