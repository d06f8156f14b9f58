using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>How every elementwise function of one tensor runs, whatever its rule.</summary>
internal static class UnaryOperation
{
    /// <summary>rule(input), recorded.</summary>
    public static Tensor<T> Compute<T, TRule>(Tape<T> tape, Tensor<T> input, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IUnaryRule
    {
        Tensor<T> output = Evaluate(tape, input, rule);
        if (tape.TryRecord(output, input.RequiresGradient, out UnaryRecord<T, TRule>? record))
        {
            record.Input = input;
            record.Rule = rule;
        }

        return output;
    }

    /// <summary>rule(input) as a constant.</summary>
    public static Tensor<T> Evaluate<T, TRule>(Tape<T> tape, Tensor<T> input, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IUnaryRule
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        Tensor<T> output = tape.Rent(input.Shape);
        BroadcastSweep.Run(new Forward<TRule>(rule), input.Values, default, default, output.Values);
        return output;
    }

    private readonly struct Forward<TRule>(TRule rule) : IBroadcastFormula
        where TRule : struct, IUnaryRule
    {
        private readonly TRule _rule = rule;

        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => _rule.Value(x);
    }
}

/// <summary>∂input = the rule's slope · ∂output.</summary>
internal sealed class UnaryRecord<T, TRule> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TRule : struct, IUnaryRule
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public TRule Rule { get; set; }

    internal override string Name => TRule.Name;

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            BroadcastSweep.Run(
                new Slope(Rule), Input.Values, Output.Values, Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, Rule.Gradient(pass.Tape, Input, Output, pass.Upstream));
        }
    }

    private readonly struct Slope(TRule rule) : IBroadcastFormula
    {
        private readonly TRule _rule = rule;

        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TRule.GradientReads;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            _rule.Gradient(x, y, z);
    }
}
