using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Adam that trusts its mean square only as far as it has samples for it: warms up by itself.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter, m and v as in <see cref="Adam{T}"/>, ρ∞ = 2 / (1 − β₂) − 1
/// and ρ = ρ∞ − 2tβ₂ᵗ / (1 − β₂ᵗ): where ρ > 5, parameter ← parameter − learning rate · r m̂ / ((√v + ε) / √(1 −
/// β₂ᵗ)) with r² = (ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ), before that parameter ← parameter − learning rate · m̂.
/// These are PyTorch's conventions, of <c>torch.optim.RAdam</c>'s arguments all but the decoupled decay.
/// Reference: L. Liu et al., On the Variance of the Adaptive Learning Rate and Beyond, ICLR 2020,
/// arXiv:1908.03265.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class RAdam<T>(double learningRate = 1e-3) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _beta1 = 0.9;
    private ArraySegment<T> _mean;
    private ArraySegment<T> _square;
    private double _meanPower = 1;
    private double _squarePower = 1;

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

    /// <inheritdoc/>
    public override bool HasMomentum => true;

    /// <inheritdoc/>
    public override void ChangeMomentum(double momentum) => _beta1 = Setting.RequireShare(momentum, nameof(momentum));

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _mean = State(length);
        _square = State(length);
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
        double most = (2 / (1 - Beta2)) - 1;
        double samples = most - (2 * Steps * _squarePower / (1 - _squarePower));
        bool isAdaptive = samples > 5;
        double step = slice.LearningRate / (1 - _meanPower);
        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            Beta1 = new("beta1", Beta1),
            Beta2 = new("beta2", Beta2),
            Fresh1 = new("1 - beta1", 1 - Beta1),
            Fresh2 = new("1 - beta2", 1 - Beta2),
            Epsilon = new("epsilon", Epsilon),
            StepSize = new("step", isAdaptive ? step * Trust(samples, most) : step),
            IsAdaptive = isAdaptive,
        };
        FusedStep.Run(rule, slice, _mean, _square);
    }

    /// <summary>What is trusted of a mean square of so many samples, times the correction of its bias.</summary>
    private double Trust(double samples, double most)
    {
        double rectifier = (samples - 4) * (samples - 2) * most / ((most - 4) * (most - 2) * samples);
        return Math.Sqrt(rectifier) * Math.Sqrt(1 - _squarePower);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Beta1;
        public Parameter Beta2;
        public Parameter Fresh1;
        public Parameter Fresh2;
        public Parameter Epsilon;
        public Parameter StepSize;
        public bool IsAdaptive;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane square, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            mean = (Beta1 * mean) + (Fresh1 * slope);
            square = (Beta2 * square) + (Fresh2 * (slope * slope));
            TLane step = StepSize * mean;
            if (IsAdaptive)
            {
                step /= TLane.Sqrt(square) + Epsilon;
            }

            return value - step;
        }
    }
}
