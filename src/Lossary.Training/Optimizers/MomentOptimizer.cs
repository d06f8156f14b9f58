using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>What <see cref="Adam{T}"/> and <see cref="AdamW{T}"/> share: all but the way weights decay.</summary>
/// <remarks>
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², parameter ← parameter − learning rate · m̂ / (√v̂ + ε), where m̂ = m /
/// (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). Where a schedule changes β₁, the product of all β₁ so far stands for β₁ᵗ, so that
/// m̂ remains a mean.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class MomentOptimizer<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _beta1 = 0.9;
    private ArraySegment<T> _mean;
    private ArraySegment<T> _square;
    private ArraySegment<T> _largestSquare;

    // β₁ᵗ and β₂ᵗ by repeated multiplication: the platform's power function may differ in the last digit.
    private double _meanPower = 1;
    private double _squarePower = 1;

    private protected MomentOptimizer(double learningRate) : base(learningRate)
    {
    }

    /// <summary>How much of the running mean a step keeps; in [0, 1).</summary>
    /// <value>0.9.</value>
    public double Beta1
    {
        get => _beta1;
        init => _beta1 = Setting.RequireShare(value, nameof(Beta1));
    }

    /// <summary>How much of the running mean square a step keeps; in [0, 1).</summary>
    /// <value>0.999.</value>
    public double Beta2 { get; init => field = Setting.RequireShare(value, nameof(Beta2)); } = 0.999;

    /// <summary>Keeps the divisor from 0; not negative.</summary>
    /// <value>1e-8.</value>
    public double Epsilon { get; init => field = Setting.RequireNotNegative(value, nameof(Epsilon)); } = 1e-8;

    /// <summary>True to divide by the largest mean square so far.</summary>
    public bool AmsGrad { get; init; }

    /// <inheritdoc/>
    public override bool HasMomentum => true;

    /// <summary>True where weights shrink by themselves, not through the moments of the gradient.</summary>
    private protected abstract bool DecaysApart { get; }

    /// <inheritdoc/>
    public override void ChangeMomentum(double momentum) => _beta1 = Setting.RequireShare(momentum, nameof(momentum));

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _mean = State(length);
        _square = State(length);
        _largestSquare = State(AmsGrad ? length : 0);
    }

    /// <inheritdoc/>
    protected override void Begin()
    {
        _meanPower *= Beta1;
        _squarePower *= Beta2;
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        Rule rule = new()
        {
            Slope = new(DecaysApart ? 0 : slice.WeightDecay, Maximize),
            Kept = new("kept", DecaysApart ? 1 - (slice.LearningRate * slice.WeightDecay) : 1),
            Beta1 = new("beta1", Beta1),
            Beta2 = new("beta2", Beta2),
            Fresh1 = new("1 - beta1", 1 - Beta1),
            Fresh2 = new("1 - beta2", 1 - Beta2),
            Epsilon = new("epsilon", Epsilon),
            StepSize = new("step", slice.LearningRate / (1 - _meanPower)),
            RootScale = new("scale", 1 / Math.Sqrt(1 - _squarePower)),
            TakesLargest = AmsGrad,
        };
        FusedStep.Run(rule, slice, _mean, _square, _largestSquare);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Kept;
        public Parameter Beta1;
        public Parameter Beta2;
        public Parameter Fresh1;
        public Parameter Fresh2;
        public Parameter Epsilon;
        public Parameter StepSize;
        public Parameter RootScale;
        public bool TakesLargest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane square, ref TLane largest)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            mean = (Beta1 * mean) + (Fresh1 * slope);
            square = (Beta2 * square) + (Fresh2 * (slope * slope));
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
