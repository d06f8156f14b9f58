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

    /// <summary>The common shape of two tensors that an elementwise operation meets.</summary>
    public static Shape Broadcast<T>(
        Tape<T> tape, string operation, string leftName, Tensor<T> left, string rightName, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(left, leftName);
        ArgumentNullException.ThrowIfNull(right, rightName);
        if (!Shape.TryBroadcast(left.Shape, right.Shape, out Shape shape))
        {
            Fail(
                $"{OperationName.In(operation, tape.Scope)}: {leftName} is {left.Shape}, {rightName} is " +
                $"{right.Shape}; counted from the last, extents must be equal or 1.",
                rightName);
        }

        return shape;
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

    /// <summary>What a refusal says, without the argument's name that the exception adds to it.</summary>
    public static string Reason(ArgumentException refusal)
    {
        int added = refusal.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return added < 0 ? refusal.Message : refusal.Message[..added];
    }

    [DoesNotReturn]
    public static void Fail(string message, string name) => throw new ArgumentException(message, name);
}
