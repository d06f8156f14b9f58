using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Gradient descent with falling steps, whose answer is the mean of where it has been.</summary>
/// <remarks>
/// In step t, counted from 0, η = learning rate / (1 + λ · learning rate · t)^α and parameter ← parameter (1 − λη)
/// − ηg with g the gradient plus weight decay · parameter; then <see cref="Average"/> ← average + μ (parameter −
/// average) with μ = 1 / max(1, t − start). These are PyTorch's conventions, all of <c>torch.optim.ASGD</c>'s
/// arguments. Reference: B. T. Polyak, A. B. Juditsky, Acceleration of Stochastic Approximation by Averaging, SIAM
/// J. Control Optim. 30 (1992) 838–855, doi:10.1137/0330046.
/// </remarks>
/// <param name="learningRate">The size of the first step; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class AveragedSgd<T>(double learningRate = 1e-2) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _average;

    /// <summary>λ: how fast steps fall, and parameters shrink; not negative.</summary>
    /// <value>1e-4.</value>
    public double Lambda { get; init => field = Setting.RequireNotNegative(value, nameof(Lambda)); } = 1e-4;

    /// <summary>α: the power by which steps fall; not negative.</summary>
    /// <value>0.75.</value>
    public double Alpha { get; init => field = Setting.RequireNotNegative(value, nameof(Alpha)); } = 0.75;

    /// <summary>After how many steps the mean begins; before, it is the parameters themselves. Not negative.</summary>
    /// <value>1,000,000.</value>
    public double Start { get; init => field = Setting.RequireNotNegative(value, nameof(Start)); } = 1e6;

    /// <summary>The mean of the parameters, <c>[n]</c>; empty before the first step.</summary>
    public ReadOnlySpan<T> Average => _average;

    /// <inheritdoc/>
    protected override void Allocate(int length) => _average = State(length);

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        int before = Steps - 1;
        double fall = RealFunctions.Log1P(Lambda * slice.LearningRate * before);
        double rate = slice.LearningRate * RealFunctions.Exp(-Alpha * fall);
        double fresh = 1 / Math.Max(1, before - Start);
        FusedStep.Run(new Rule(rate, slice.WeightDecay, Lambda, fresh, Maximize), slice, _average);
    }

    private readonly struct Rule(double rate, double decay, double lambda, double fresh, bool climbs) : IStepRule
    {
        private readonly Slope _slope = new(decay, climbs);
        private readonly Parameter _kept = new("kept", 1 - (lambda * rate));
        private readonly Parameter _rate = new("rate", rate);
        private readonly Parameter _fresh = new("fresh", fresh);
        private readonly bool _isMean = fresh < 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Next<TLane>(TLane value, TLane gradient, ref TLane average, ref TLane second, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane next = (_kept * value) - (_rate * _slope.Of(value, gradient));
            average = _isMean ? average + (_fresh * (next - average)) : next;
            return next;
        }
    }
}
