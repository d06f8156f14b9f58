using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>
/// Steps divided by the running root mean square of the gradient: for recurrent networks and moving goals.
/// </summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: v ← αv + (1 − α)g², direction = g / (√v + ε), parameter ←
/// parameter − learning rate · direction; with momentum, velocity ← momentum · velocity + direction is the step.
/// Centered, v less the square of the gradient's running mean stands under the root; rounding that makes it negative
/// counts as 0 (PyTorch: NaN). Otherwise PyTorch's conventions, all of <c>torch.optim.RMSprop</c>'s arguments.
/// References: T. Tieleman, G. Hinton, Lecture 6.5, 2012; centered: A. Graves, arXiv:1308.0850.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class RmsProp<T>(double learningRate = 1e-2) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _momentum;
    private ArraySegment<T> _square;
    private ArraySegment<T> _mean;
    private ArraySegment<T> _velocity;

    /// <summary>How much of the running mean square a step keeps; in [0, 1).</summary>
    /// <value>0.99.</value>
    public double Alpha { get; init => field = Setting.RequireShare(value, nameof(Alpha)); } = 0.99;

    /// <summary>Keeps the divisor from 0; not negative.</summary>
    /// <value>1e-8.</value>
    public double Epsilon { get; init => field = Setting.RequireNotNegative(value, nameof(Epsilon)); } = 1e-8;

    /// <summary>How much of the last velocity is kept; not negative.</summary>
    /// <value>0: no momentum.</value>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = Setting.RequireNotNegative(value, nameof(Momentum));
    }

    /// <summary>True to divide by the gradient's spread about its mean.</summary>
    public bool Centered { get; init; }

    /// <inheritdoc/>
    public override bool HasMomentum => _velocity.Count > 0 || Momentum > 0;

    /// <inheritdoc/>
    public override void ChangeMomentum(double momentum)
    {
        if (!HasMomentum)
        {
            base.ChangeMomentum(momentum);
        }

        _momentum = Setting.RequireShare(momentum, nameof(momentum));
    }

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _square = State(length);
        _mean = State(Centered ? length : 0);
        _velocity = State(Momentum > 0 ? length : 0);
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            LearningRate = new("rate", slice.LearningRate),
            Alpha = new("alpha", Alpha),
            Fresh = new("1 - alpha", 1 - Alpha),
            Epsilon = new("epsilon", Epsilon),
            Momentum = new("momentum", Momentum),
            IsCentered = Centered,
        };
        FusedStep.Run(rule, slice, _square, _mean, _velocity);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter LearningRate;
        public Parameter Alpha;
        public Parameter Fresh;
        public Parameter Epsilon;
        public Parameter Momentum;
        public bool IsCentered;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane square, ref TLane mean, ref TLane velocity)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            square = (Alpha * square) + (Fresh * (slope * slope));
            TLane spread = square;
            if (IsCentered)
            {
                mean = (Alpha * mean) + (Fresh * slope);
                spread = TLane.AtLeast(square - (mean * mean), 0);
            }

            // Without momentum no velocity is kept: it comes in as 0.
            velocity = (Momentum * velocity) + (slope / (TLane.Sqrt(spread) + Epsilon));
            return value - (LearningRate * velocity);
        }
    }
}
