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
public sealed class NAdam<T>(double learningRate = 2e-3) : MomentOptimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly double s_logDecay = RealFunctions.Log(0.96);

    private double _product = 1;
    private double _now;
    private double _next;

    /// <summary>ψ: how fast the look ahead grows from half of β₁ to β₁; not negative.</summary>
    /// <value>0.004.</value>
    public double MomentumDecay
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(MomentumDecay));
    } = 4e-3;

    /// <inheritdoc/>
    protected override void Begin()
    {
        base.Begin();
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
            Moments = MomentsNow,
            Epsilon = new("epsilon", Epsilon),
            RootScale = new("scale", 1 / Math.Sqrt(1 - SquarePower)),
            SlopeStep = new("step of gradient", slice.LearningRate * (1 - _now) / (1 - _product)),
            MeanStep = new("step of mean", slice.LearningRate * _next / (1 - (_product * _next))),
        };
        FusedStep.Run(rule, slice, Mean, Square);
    }

    private double MomentumAt(int step) => Beta1 * (1 - (0.5 * RealFunctions.Exp(step * MomentumDecay * s_logDecay)));

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Moments Moments;
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
            Moments.Take(slope, ref mean, ref square);
            TLane divisor = (RootScale * TLane.Sqrt(square)) + Epsilon;
            return value - (((SlopeStep * slope) + (MeanStep * mean)) / divisor);
        }
    }
}
