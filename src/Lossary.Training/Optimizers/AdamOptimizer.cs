using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>What <see cref="Adam{T}"/> and <see cref="AdamW{T}"/> share: all but the way weights decay.</summary>
/// <remarks>Parameter ← parameter − learning rate · m̂ / (√v̂ + ε).</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class AdamOptimizer<T> : MomentOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _largestSquare;

    private protected AdamOptimizer(double learningRate) : base(learningRate)
    {
    }

    /// <summary>True to divide by the largest mean square so far.</summary>
    public bool AmsGrad { get; init; }

    /// <summary>True where weights shrink by themselves, not through the moments of the gradient.</summary>
    private protected abstract bool DecaysApart { get; }

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        base.Allocate(length);
        _largestSquare = State(AmsGrad ? length : 0);
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        Rule rule = new()
        {
            Slope = new(DecaysApart ? 0 : slice.WeightDecay, Maximize),
            Kept = new("kept", DecaysApart ? 1 - (slice.LearningRate * slice.WeightDecay) : 1),
            Moments = MomentsNow,
            Epsilon = new("epsilon", Epsilon),
            StepSize = new("step", slice.LearningRate / (1 - MeanPower)),
            RootScale = new("scale", 1 / Math.Sqrt(1 - SquarePower)),
            TakesLargest = AmsGrad,
        };
        FusedStep.Run(rule, slice, Mean, Square, _largestSquare);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Kept;
        public Moments Moments;
        public Parameter Epsilon;
        public Parameter StepSize;
        public Parameter RootScale;
        public bool TakesLargest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane square, ref TLane largest)
            where TLane : struct, ILane<TLane>
        {
            Moments.Take(Slope.Of(value, gradient), ref mean, ref square);
            TLane divided = square;
            if (TakesLargest)
            {
                largest = TLane.Max(largest, square);
                divided = largest;
            }

            TLane divisor = (RootScale * TLane.Sqrt(divided)) + Epsilon;
            return (Kept * value) - (StepSize * mean / divisor);
        }
    }
}
