using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Adam that looks ahead: the step has the next mean's weight of the gradient, after Nesterov.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter, μₜ = β₁ (1 − ½ 0.96^(ψt)) and Πₜ the product of all μ up to
/// t: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², parameter ← parameter − learning rate (g (1 − μₜ) / (1 − Πₜ) + m
/// μₜ₊₁ / (1 − Πₜ₊₁)) / (√v̂ + ε) with v̂ = v / (1 − β₂ᵗ). These are the conventions, and all arguments but the
/// decoupled decay, of <c>torch.optim.NAdam</c> since 2.0; up to 1.13 it multiplied μₜ₊₁ into its products twice.
/// Reference: T. Dozat, Incorporating Nesterov Momentum into Adam, ICLR 2016 workshop.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class NAdam<T>(double learningRate = 2e-3) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly double s_logDecay = RealFunctions.Log(0.96);

    private double _beta1 = 0.9;
    private ArraySegment<T> _mean;
    private ArraySegment<T> _square;
    private double _squarePower = 1;
    private double _product = 1;
    private double _now;
    private double _next;

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

    /// <summary>ψ: how fast the look ahead grows from half of β₁ to β₁; not negative.</summary>
    /// <value>0.004.</value>
    public double MomentumDecay
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(MomentumDecay));
    } = 4e-3;

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
        _squarePower *= Beta2;
        _now = MomentumAt(Steps);
        _next = MomentumAt(Steps + 1);
        _product *= _now;
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            Beta1 = new("beta1", Beta1),
            Beta2 = new("beta2", Beta2),
            Fresh1 = new("1 - beta1", 1 - Beta1),
            Fresh2 = new("1 - beta2", 1 - Beta2),
            Epsilon = new("epsilon", Epsilon),
            RootScale = new("scale", 1 / Math.Sqrt(1 - _squarePower)),
            SlopeStep = new("step of gradient", slice.LearningRate * (1 - _now) / (1 - _product)),
            MeanStep = new("step of mean", slice.LearningRate * _next / (1 - (_product * _next))),
        };
        FusedStep.Run(rule, slice, _mean, _square);
    }

    private double MomentumAt(int step) => Beta1 * (1 - (0.5 * RealFunctions.Exp(step * MomentumDecay * s_logDecay)));

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Parameter Beta1;
        public Parameter Beta2;
        public Parameter Fresh1;
        public Parameter Fresh2;
        public Parameter Epsilon;
        public Parameter RootScale;
        public Parameter SlopeStep;
        public Parameter MeanStep;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane square, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            mean = (Beta1 * mean) + (Fresh1 * slope);
            square = (Beta2 * square) + (Fresh2 * (slope * slope));
            TLane divisor = (RootScale * TLane.Sqrt(square)) + Epsilon;
            return value - (((SlopeStep * slope) + (MeanStep * mean)) / divisor);
        }
    }
}
