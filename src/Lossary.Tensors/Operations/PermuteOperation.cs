using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Axes in another order.</summary>
public static class PermuteOperation
{
    /// <summary>The input with its axes in another order.</summary>
    /// <remarks>Copies, unless only axes of extent 1 move: then the result shares the input's memory.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axes">For each axis of the result, which axis of the input it is; each once, <c>[rank]</c>.</param>
    /// <returns>The extents in that order.</returns>
    /// <exception cref="ArgumentException">The axes are not a permutation of the input's.</exception>
    public static Tensor<T> Permute<T>(this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        Shape from = input.Shape;
        AxisList order = Order(tape, from, axes);
        Span<int> extents = stackalloc int[Shape.MaxRank];
        for (int axis = 0; axis < from.Rank; axis++)
        {
            extents[axis] = from[order[axis]];
        }

        Shape shape = new(extents[..from.Rank]);
        PermutationPlan plan = PermutationPlan.Of(from, order);
        if (plan.IsInOrder || from.Length == 0)
        {
            return tape.Reshape(input, shape);
        }

        Tensor<T> output = tape.Rent(shape);
        PermutedCopy.Run<T>(in plan, input.Values, output.Values, accumulate: false);
        if (tape.TryRecord(output, input.RequiresGradient, out PermuteRecord<T>? record))
        {
            record.Input = input;
            record.Order = order;
        }

        return output;
    }

    /// <summary>The input with its last two axes exchanged: each matrix transposed.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[…, rows, columns]</c>.</param>
    /// <returns>Shape <c>[…, columns, rows]</c>.</returns>
    /// <exception cref="ArgumentException">The input has fewer than two axes.</exception>
    public static Tensor<T> Transpose<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        int rank = input.Shape.Rank;
        if (rank < 2)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Transpose", tape.Scope)}: input is {input.Shape}; at least two axes are needed.",
                nameof(input));
        }

        Span<int> axes = [0, 1, 2, 3, 4, 5];
        (axes[rank - 2], axes[rank - 1]) = (rank - 1, rank - 2);
        return tape.Permute(input, axes[..rank]);
    }

    private static AxisList Order<T>(Tape<T> tape, Shape from, ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AxisList order = default;
        int seen = 0;
        bool isPermutation = axes.Length == from.Rank;
        for (int i = 0; isPermutation && i < axes.Length; i++)
        {
            isPermutation = axes[i] >= -from.Rank && axes[i] < from.Rank;
            if (isPermutation)
            {
                order[i] = from.Axis(axes[i]);
                seen |= 1 << order[i];
            }
        }

        if (!isPermutation || seen != (1 << from.Rank) - 1)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Permute", tape.Scope)}: input is {from}, axes is " +
                $"[{string.Join(", ", axes.ToArray())}]; each of its {from.Rank} axes is expected once.",
                nameof(axes));
        }

        return order;
    }
}

/// <summary>∂input = ∂output with its axes back in order.</summary>
internal sealed class PermuteRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public AxisList Order { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            PermutationPlan plan = PermutationPlan.Of(Output.Shape, Inverse());
            PermutedCopy.Run<T>(in plan, Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            AxisList inverse = Inverse();
            pass.Add(Input, pass.Tape.Permute(pass.Upstream, ((ReadOnlySpan<int>)inverse)[..Output.Shape.Rank]));
        }
    }

    private AxisList Inverse()
    {
        AxisList order = Order, inverse = default;
        for (int i = 0; i < Output.Shape.Rank; i++)
        {
            inverse[order[i]] = i;
        }

        return inverse;
    }
}
