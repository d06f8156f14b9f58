using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The argument checks of operations on channels, the last axis.</summary>
internal static class ChannelCheck
{
    /// <summary>
    /// How many channels the input has; throws where it has no batch, or scale or shift another number.
    /// </summary>
    public static int Channels<T>(string operation, Tensor<T> input, Tensor<T>? scale, Tensor<T>? shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Shape.Rank < 2)
        {
            ShapeCheck.Fail(
                $"{operation}: input is {input.Shape}; it needs a batch and channels, [batch, …, channels].",
                nameof(input));
        }

        int channels = input.Shape[input.Shape.Rank - 1];
        Vector(operation, nameof(scale), scale, input.Shape);
        Vector(operation, nameof(shift), shift, input.Shape);
        return channels;
    }

    private static void Vector<T>(string operation, string name, Tensor<T>? tensor, Shape input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (tensor is not null && tensor.Shape != new Shape(input[input.Rank - 1]))
        {
            ShapeCheck.Fail(
                $"{operation}: input is {input}, {name} is {tensor.Shape}; {name} must be [{input[input.Rank - 1]}].",
                name);
        }
    }
}
