using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Steps that shrink for each parameter as its squared gradients add up: for rare features.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: sum ← sum + g², parameter ← parameter − rate · g / (√sum + ε),
/// where rate = learning rate / (1 + (t − 1) · rate decay) in step t. These are PyTorch's conventions, all of
/// <c>torch.optim.Adagrad</c>'s arguments. Reference: J. Duchi, E. Hazan, Y. Singer, JMLR 12 (2011) 2121–2159.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adagrad<T>(double learningRate = 1e-2) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _sum;

    /// <summary>How fast the learning rate falls with the number of steps; not negative.</summary>
    /// <value>0.</value>
    public double RateDecay { get; init => field = Setting.RequireNotNegative(value, nameof(RateDecay)); }

    /// <summary>What the sums of squares begin with; not negative.</summary>
    /// <value>0.</value>
    public double InitialSum { get; init => field = Setting.RequireNotNegative(value, nameof(InitialSum)); }

    /// <summary>Keeps the divisor from 0; not negative.</summary>
    /// <value>1e-10.</value>
    public double Epsilon { get; init => field = Setting.RequireNotNegative(value, nameof(Epsilon)); } = 1e-10;

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _sum = State(length);
        _sum.AsSpan().Fill(T.CreateTruncating(InitialSum));
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        double rate = slice.LearningRate / (1 + ((Steps - 1) * RateDecay));
        FusedStep.Run(new Rule(rate, slice.WeightDecay, Epsilon, Maximize), slice, _sum);
    }

    private readonly struct Rule(double rate, double decay, double epsilon, bool climbs) : IStepRule
    {
        private readonly Parameter _rate = new("rate", rate);
        private readonly Parameter _epsilon = new("epsilon", epsilon);
        private readonly Slope _slope = new(decay, climbs);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Next<TLane>(TLane value, TLane gradient, ref TLane sum, ref TLane second, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = _slope.Of(value, gradient);
            sum += slope * slope;
            return value - (_rate * slope / (TLane.Sqrt(sum) + _epsilon));
        }
    }
}
