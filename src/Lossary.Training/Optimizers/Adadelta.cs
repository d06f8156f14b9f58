using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Steps as large as those of late, by the gradient over its usual size: no learning rate to choose.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: v ← ρv + (1 − ρ)g², δ = g √(u + ε) / √(v + ε), u ← ρu + (1 −
/// ρ)δ², parameter ← parameter − learning rate · δ. These are PyTorch's conventions, all of
/// <c>torch.optim.Adadelta</c>'s arguments. Reference: M. D. Zeiler, 2012, arXiv:1212.5701.
/// </remarks>
/// <param name="learningRate">What the method's own step is multiplied by; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adadelta<T>(double learningRate = 1) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _square;
    private ArraySegment<T> _step;

    /// <summary>How much of both running mean squares a step keeps; in [0, 1).</summary>
    /// <value>0.9.</value>
    public double Rho { get; init => field = Setting.RequireShare(value, nameof(Rho)); } = 0.9;

    /// <summary>Under both roots: what the first step is as large as; not negative.</summary>
    /// <value>1e-6.</value>
    public double Epsilon { get; init => field = Setting.RequireNotNegative(value, nameof(Epsilon)); } = 1e-6;

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _square = State(length);
        _step = State(length);
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice) => FusedStep.Run(
        new Rule(slice.LearningRate, slice.WeightDecay, Rho, Epsilon, Maximize), slice, _square, _step);

    private readonly struct Rule(double rate, double decay, double rho, double epsilon, bool climbs) : IStepRule
    {
        private readonly Slope _slope = new(decay, climbs);
        private readonly Parameter _rate = new("rate", rate);
        private readonly Parameter _rho = new("rho", rho);
        private readonly Parameter _fresh = new("1 - rho", 1 - rho);
        private readonly Parameter _epsilon = new("epsilon", epsilon);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Next<TLane>(TLane value, TLane gradient, ref TLane square, ref TLane step, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = _slope.Of(value, gradient);
            square = (_rho * square) + (_fresh * (slope * slope));
            TLane delta = TLane.Sqrt(step + _epsilon) / TLane.Sqrt(square + _epsilon) * slope;
            step = (_rho * step) + (_fresh * (delta * delta));
            return value - (_rate * delta);
        }
    }
}
