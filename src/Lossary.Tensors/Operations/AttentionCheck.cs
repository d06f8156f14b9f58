using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Argument checks of an attention.</summary>
internal static class AttentionCheck
{
    /// <summary>The extents, or a failure that names both facts.</summary>
    public static AttentionExtents Extents<T>(
        Tensor<T> query, Tensor<T> key, Tensor<T> value, int heads, AttentionMask mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        SequenceCheck.Input("Attention", nameof(query), query);
        SequenceCheck.Input("Attention", nameof(key), key);
        SequenceCheck.Input("Attention", nameof(value), value);
        Shape q = query.Shape, k = key.Shape, v = value.Shape;
        Require(k[0] == q[0] && k[2] == q[2], "query", q, "key", k, "batch and width must be equal");
        Require(v[0] == k[0] && v[1] == k[1], "key", k, "value", v, "batch and time must be equal");
        RequireHeads("query", q, heads);
        RequireHeads("value", v, heads);
        SequenceCheck.Lengths("Attention", mask.Lengths, k[0], k[1]);
        if (!mask.IgnoredKeys.IsEmpty && mask.IgnoredKeys.Length != k[0] * k[1])
        {
            ShapeCheck.Fail(
                $"Attention: key is {k}, IgnoredKeys has {mask.IgnoredKeys.Length} elements; " +
                $"it needs {k[0] * k[1]}.",
                nameof(mask));
        }

        return new(q[0], heads, q[1], k[1], q[2] / heads, v[2] / heads, mask.IsCausal);
    }

    private static void RequireHeads(string name, Shape shape, int heads)
    {
        if (shape[2] % heads != 0)
        {
            ShapeCheck.Fail(
                $"Attention: {name} is {shape}, there are {heads} heads; they must divide the width {shape[2]}.",
                nameof(heads));
        }
    }

    private static void Require(bool holds, string leftName, Shape left, string rightName, Shape right, string rule)
    {
        if (!holds)
        {
            ShapeCheck.Fail($"Attention: {leftName} is {left}, {rightName} is {right}; {rule}.", rightName);
        }
    }
}
