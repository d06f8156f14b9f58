using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The operations' argument checks: each message names the operation and the shapes.</summary>
internal static class ShapeCheck
{
    public static void Matrix<T>(string operation, string name, Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.Shape.Rank != 2)
        {
            throw new ArgumentException($"{operation}: {name} must be a matrix; its shape is {tensor.Shape}.", name);
        }
    }

    public static void Same<T>(string operation, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Shape != right.Shape)
        {
            throw new ArgumentException(
                $"{operation}: left is {left.Shape}, right is {right.Shape}; the shapes must be equal.", nameof(right));
        }
    }

    public static void Inner<T>(string operation, string leftName, Tensor<T> left, string rightName, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix(operation, leftName, left);
        Matrix(operation, rightName, right);
        if (left.Shape[1] != right.Shape[0])
        {
            throw new ArgumentException(
                $"{operation}: {leftName} is {left.Shape}, {rightName} is {right.Shape}; " +
                $"the columns of {leftName} ({left.Shape[1]}) must be as many " +
                $"as the rows of {rightName} ({right.Shape[0]}).",
                rightName);
        }
    }

    [DoesNotReturn]
    public static void Fail(string message, string name) => throw new ArgumentException(message, name);
}
