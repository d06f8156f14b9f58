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
public sealed class RAdam<T>(double learningRate = 1e-3) : MomentOptimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        double most = (2 / (1 - Beta2)) - 1;
        double samples = most - (2 * Steps * SquarePower / (1 - SquarePower));
        bool isAdaptive = samples > 5;
        double step = slice.LearningRate / (1 - MeanPower);
        Rule rule = new()
        {
            Slope = new(slice.WeightDecay, Maximize),
            Moments = MomentsNow,
            Epsilon = new("epsilon", Epsilon),
            StepSize = new("step", isAdaptive ? step * Trust(samples, most) : step),
            IsAdaptive = isAdaptive,
        };
        FusedStep.Run(rule, slice, Mean, Square);
    }

    /// <summary>What is trusted of a mean square of so many samples, times the correction of its bias.</summary>
    private double Trust(double samples, double most)
    {
        double rectifier = (samples - 4) * (samples - 2) * most / ((most - 4) * (most - 2) * samples);
        return Math.Sqrt(rectifier) * Math.Sqrt(1 - SquarePower);
    }

    private struct Rule : IStepRule
    {
        public Slope Slope;
        public Moments Moments;
        public Parameter Epsilon;
        public Parameter StepSize;
        public bool IsAdaptive;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly TLane Next<TLane>(
            TLane value, TLane gradient, ref TLane mean, ref TLane square, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = Slope.Of(value, gradient);
            Moments.Take(slope, ref mean, ref square);
            TLane step = StepSize * mean;
            if (IsAdaptive)
            {
                step /= TLane.Sqrt(square) + Epsilon;
            }

            return value - step;
        }
    }
}
