using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The argument checks of convolutions: each message names the operation and both facts.</summary>
internal static class ConvolutionCheck
{
    public static ConvolutionShape Shape(
        string operation, ImageExtents image, int inputs, int outputs, Window window, int groups)
    {
        try
        {
            return new ConvolutionShape(image.Batch, image.Height, image.Width, inputs, outputs, window, groups);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{operation}: {ShapeCheck.Reason(exception)}", exception.ParamName, exception);
        }
    }

    /// <summary>The extent of the weights' last axis.</summary>
    public static int LastAxis<T>(string operation, string name, Tensor<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights, name);
        if (weights.Shape.Rank != 4)
        {
            ShapeCheck.Fail(
                $"{operation}: {name} must be [kernel height, kernel width, inputs / groups, outputs]; " +
                $"its shape is {weights.Shape}.",
                name);
        }

        return weights.Shape[3];
    }

    /// <summary>The weights must be those of the convolution: its window, its inputs, its outputs.</summary>
    public static void Weights<T>(
        string operation, Tensor<T> weights, Window window, int inputs, int outputs, int groups)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape expected = new(window.Height, window.Width, inputs / groups, outputs);
        if (weights.Shape != expected)
        {
            ShapeCheck.Fail(
                $"{operation}: weights is {weights.Shape}; a window of {window.Height}x{window.Width} over {inputs} " +
                $"channels in {groups} groups needs {expected}.",
                nameof(weights));
        }
    }

    public static void Bias<T>(string operation, Tensor<T>? bias, int channels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (bias is not null && bias.Shape.Length != channels)
        {
            ShapeCheck.Fail(
                $"{operation}: bias is {bias.Shape}; {channels} output channels need {channels} elements.",
                nameof(bias));
        }
    }
}
