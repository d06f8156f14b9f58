using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A choice between two tensors, element by element.</summary>
public static class WhereOperation
{
    /// <summary>left where the condition is not 0, right elsewhere; with broadcasting of all three.</summary>
    /// <remarks>
    /// Nothing is differentiated by the condition. A number that is not chosen does not matter, also where it is NaN.
    /// </remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="condition">Any shape; NaN counts as 0.</param>
    /// <param name="left">A shape that broadcasts with the others.</param>
    /// <param name="right">A shape that broadcasts with the others.</param>
    /// <returns>The shape that the three broadcast to.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor<T> Where<T>(this Tape<T> tape, Tensor<T> condition, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        Shape chosen = ShapeCheck.Broadcast(tape, "Where", nameof(left), left, nameof(right), right);
        ArgumentNullException.ThrowIfNull(condition);
        if (!Shape.TryBroadcast(condition.Shape, chosen, out Shape shape))
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Where", tape.Scope)}: condition is {condition.Shape}, left and right broadcast " +
                $"to {chosen}; counted from the last, extents must be equal or 1.",
                nameof(condition));
        }

        Tensor<T> output = tape.Rent(shape);
        BroadcastPlan plan = BroadcastPlan.Of(shape, condition.Shape, left.Shape, right.Shape);
        BroadcastSweep.Run(default(Choice), in plan, condition.Values, left.Values, right.Values, output.Values);
        if (tape.TryRecord(output, left.RequiresGradient || right.RequiresGradient, out WhereRecord<T>? record))
        {
            record.Condition = condition;
            record.Left = left;
            record.Right = right;
        }

        return output;
    }

    private readonly struct Choice : IBroadcastFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0, TLane.Abs(x), y, z);
    }
}

/// <summary>
/// ∂left is ∂output where the condition holds, ∂right where it does not, each summed where it stretched.
/// </summary>
internal sealed class WhereRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Condition { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        Accumulate(tape, Left, default(Chosen));
        Accumulate(tape, Right, default(NotChosen));
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        Tape<T> tape = pass.Tape;
        Tensor<T> zero = tape.Rent(new Shape(1));
        zero.Values.Clear();
        if (GradientPass<T>.Wants(Left))
        {
            pass.Add(Left, tape.SumTo(tape.Where(Condition, pass.Upstream, zero), Left.Shape));
        }

        if (GradientPass<T>.Wants(Right))
        {
            pass.Add(Right, tape.SumTo(tape.Where(Condition, zero, pass.Upstream), Right.Shape));
        }
    }

    private void Accumulate<TFormula>(Tape<T> tape, Tensor<T> input, TFormula formula)
        where TFormula : struct, IBroadcastFormula
    {
        if (!input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        BroadcastPlan plan = BroadcastPlan.Of(Output.Shape, Condition.Shape, Output.Shape, Output.Shape);
        if (input.Shape.Length == Output.Shape.Length)
        {
            BroadcastSweep.Run(formula, in plan, Condition.Values, default, Output.Gradient, gradient, accumulate);
            return;
        }

        Span<T> stretched = tape.Workspace(Output.Shape.Length);
        BroadcastSweep.Run(formula, in plan, Condition.Values, default, Output.Gradient, stretched);
        AxisReduction.Run<T, SumFold>(default, stretched, Output.Shape, input.Shape, gradient, accumulate, tape);
    }

    private readonly struct Chosen : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X | Operands.Z;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0, TLane.Abs(x), z, 0);
    }

    private readonly struct NotChosen : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X | Operands.Z;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0, TLane.Abs(x), 0, z);
    }
}
