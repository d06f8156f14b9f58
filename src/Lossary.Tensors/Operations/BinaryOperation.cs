using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>How every elementwise function of two tensors runs and broadcasts, whatever its rule.</summary>
internal static class BinaryOperation
{
    /// <summary>rule(left, right), recorded.</summary>
    public static Tensor<T> Compute<T, TRule>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinaryRule
    {
        Tensor<T> output = Evaluate(tape, left, right, TRule.Name, default(Forward<TRule>));
        bool requiresGradient = left.RequiresGradient || right.RequiresGradient;
        if (tape.TryRecord(output, requiresGradient, out BinaryRecord<T, TRule>? record))
        {
            record.Left = left;
            record.Right = right;
        }

        return output;
    }

    /// <summary>formula(left, right) as a constant.</summary>
    public static Tensor<T> Evaluate<T, TFormula>(
        Tape<T> tape, Tensor<T> left, Tensor<T> right, string name, TFormula formula)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
    {
        ArgumentNullException.ThrowIfNull(tape);
        Shape shape = ShapeCheck.Broadcast(tape, name, nameof(left), left, nameof(right), right);
        Tensor<T> output = tape.Rent(shape);
        BroadcastPlan plan = BroadcastPlan.Of(shape, left.Shape, right.Shape, shape);
        BroadcastSweep.Run(formula, in plan, left.Values, right.Values, default, output.Values);
        return output;
    }

    private readonly struct Forward<TRule> : IBroadcastFormula
        where TRule : struct, IBinaryRule
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X | Operands.Y;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => TRule.Value(x, y);
    }
}

/// <summary>The inputs of an elementwise function of two tensors.</summary>
internal abstract class BinaryRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Left { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Right { get; set; } = null!; // Set right after the record is taken.
}

/// <summary>
/// Each input's gradient is the rule's slope · ∂output, summed over the axes that the input stretched along.
/// </summary>
internal sealed class BinaryRecord<T, TRule> : BinaryRecord<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TRule : struct, IBinaryRule
{
    internal override string Name => TRule.Name;

    protected internal override void Backward(Tape<T> tape)
    {
        Accumulate(tape, Left, default(LeftSlope));
        Accumulate(tape, Right, default(RightSlope));
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Left))
        {
            pass.Add(Left, pass.Tape.SumTo(TRule.LeftGradient(pass.Tape, this, pass.Upstream), Left.Shape));
        }

        if (GradientPass<T>.Wants(Right))
        {
            pass.Add(Right, pass.Tape.SumTo(TRule.RightGradient(pass.Tape, this, pass.Upstream), Right.Shape));
        }
    }

    private void Accumulate<TFormula>(Tape<T> tape, Tensor<T> input, TFormula slope)
        where TFormula : struct, IBroadcastFormula
    {
        if (!input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        BroadcastPlan plan = BroadcastPlan.Of(Output.Shape, Left.Shape, Right.Shape, Output.Shape);
        if (input.Shape.Length == Output.Shape.Length)
        {
            BroadcastSweep.Run(slope, in plan, Left.Values, Right.Values, Output.Gradient, gradient, accumulate);
            return;
        }

        Span<T> stretched = tape.Workspace(Output.Shape.Length);
        BroadcastSweep.Run(slope, in plan, Left.Values, Right.Values, Output.Gradient, stretched);
        AxisReduction.Run<T, SumFold>(default, stretched, Output.Shape, input.Shape, gradient, accumulate, tape);
    }

    private readonly struct LeftSlope : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TRule.LeftReads;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TRule.LeftGradient(x, y, z);
    }

    private readonly struct RightSlope : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TRule.RightReads;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TRule.RightGradient(x, y, z);
    }
}
