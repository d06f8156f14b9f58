using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Steps by the gradient's sign alone, longer while it stays: for a whole data set, not for batches.</summary>
/// <remarks>
/// Each parameter has a step of its own, which starts as the learning rate: times <see cref="Growth"/> where the
/// gradient keeps its sign, times <see cref="Shrinkage"/> where it turns (and then this once no step is taken),
/// within <see cref="LeastStep"/> and <see cref="LargestStep"/>; parameter ← parameter − sign(gradient) · step.
/// These are PyTorch's conventions, all of <c>torch.optim.Rprop</c>'s arguments (without improvement by
/// backtracking weights: iRprop−). Reference: M. Riedmiller, H. Braun, A direct adaptive method for faster
/// backpropagation learning: the RPROP algorithm, 1993, doi:10.1109/ICNN.1993.298623.
/// </remarks>
/// <param name="learningRate">The first step; not negative. Later changes do not count.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Rprop<T>(double learningRate = 1e-2) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _last;
    private ArraySegment<T> _step;

    /// <summary>What a step is multiplied by where the gradient keeps its sign; positive.</summary>
    /// <value>1.2.</value>
    public double Growth { get; init => field = Setting.RequirePositive(value, nameof(Growth)); } = 1.2;

    /// <summary>What a step is multiplied by where the gradient turns; in [0, 1).</summary>
    /// <value>0.5.</value>
    public double Shrinkage { get; init => field = Setting.RequireShare(value, nameof(Shrinkage)); } = 0.5;

    /// <summary>The shortest step; not negative.</summary>
    /// <value>1e-6.</value>
    public double LeastStep { get; init => field = Setting.RequireNotNegative(value, nameof(LeastStep)); } = 1e-6;

    /// <summary>The longest step; not negative.</summary>
    /// <value>50.</value>
    public double LargestStep { get; init => field = Setting.RequireNotNegative(value, nameof(LargestStep)); } = 50;

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _last = State(length);
        _step = State(length);
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        if (Steps == 1)
        {
            // A group may start with a step of its own.
            _step.AsSpan(slice.Start, slice.Parameters.Length).Fill(T.CreateTruncating(slice.LearningRate));
        }

        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            Growth = new("growth", Growth),
            Shrinkage = new("shrinkage", Shrinkage),
            Least = new("least", LeastStep),
            Largest = new("largest", LargestStep),
        };
        FusedStep.Run(rule, slice, _last, _step);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Growth;
        public Parameter Shrinkage;
        public Parameter Least;
        public Parameter Largest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane last, ref TLane step, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            TLane turn = TLane.Sign(slope) * TLane.Sign(last);
            TLane factor = TLane.WhereLess(0, turn, Growth, TLane.WhereLess(turn, 0, Shrinkage, 1));
            step = TLane.Clamp(factor * step, Least, Largest);
            last = TLane.WhereLess(turn, 0, 0, slope);
            return value - (TLane.Sign(last) * step);
        }
    }
}
