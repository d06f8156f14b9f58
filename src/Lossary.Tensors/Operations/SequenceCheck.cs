using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Argument checks of operations on sequences.</summary>
internal static class SequenceCheck
{
    /// <summary>Fails unless the input is <c>[batch, time, width]</c> with something in it.</summary>
    public static void Input<T>(string operation, string name, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input, name);
        if (input.Shape.Rank != 3)
        {
            ShapeCheck.Fail($"{operation}: {name} must be [batch, time, width]; its shape is {input.Shape}.", name);
        }

        if (input.Shape.Length == 0)
        {
            ShapeCheck.Fail(
                $"{operation}: {name} is {input.Shape}; at least one sequence, one step and one column are needed.",
                name);
        }
    }

    /// <summary>Fails unless a tensor has the shape that the input asks for.</summary>
    public static void Shape<T>(string operation, string name, Tensor<T> tensor, Shape expected, Shape input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.Shape != expected)
        {
            ShapeCheck.Fail(
                $"{operation}: the input is {input}, {name} is {tensor.Shape}; it must be {expected}.", name);
        }
    }

    /// <summary>
    /// Fails unless there is no length, or one for each sequence, each from 1 to the number of steps.
    /// </summary>
    public static void Lengths(string operation, ReadOnlySpan<int> lengths, int batch, int time)
    {
        if (lengths.IsEmpty)
        {
            return;
        }

        if (lengths.Length != batch)
        {
            ShapeCheck.Fail(
                $"{operation}: lengths has {lengths.Length} elements, the input has {batch} sequences.",
                nameof(lengths));
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 1 || lengths[i] > time)
            {
                ShapeCheck.Fail(
                    $"{operation}: lengths[{i}] is {lengths[i]}, the input has {time} steps; " +
                    $"each length must be from 1 to {time}.",
                    nameof(lengths));
            }
        }
    }
}
