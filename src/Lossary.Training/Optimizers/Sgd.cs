using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Stochastic gradient descent, plain, with momentum, or with Nesterov's look ahead.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: velocity ← momentum · velocity + (1 − dampening) · g (the first
/// velocity is g itself), parameter ← parameter − learning rate · velocity; Nesterov's step is g + momentum · velocity.
/// These are PyTorch's conventions, all of <c>torch.optim.SGD</c>'s arguments. Reference: I. Sutskever et al., ICML
/// 2013.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Sgd<T>(double learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _velocity;

    /// <summary>How much of the last velocity is kept; not negative.</summary>
    /// <value>0: no momentum.</value>
    public double Momentum { get; init => field = RequireNotNegative(value, nameof(Momentum)); }

    /// <summary>How much of a new gradient the velocity leaves out.</summary>
    /// <value>0.</value>
    public double Dampening { get; init; }

    /// <summary>The factor of the parameters that is added to their gradient (L2); not negative.</summary>
    /// <value>0.</value>
    public double WeightDecay { get; init => field = RequireNotNegative(value, nameof(WeightDecay)); }

    /// <summary>True to step by the velocity that the next step would have.</summary>
    public bool Nesterov { get; init; }

    /// <summary>True to climb instead of descend.</summary>
    public bool Maximize { get; init; }

    /// <inheritdoc/>
    protected override void Allocate(int length) => _velocity = State(length);

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (Wide512<T>.IsAccelerated)
        {
            Run<Wide512<T>>(parameters, gradients);
        }
        else if (Wide256<T>.IsAccelerated)
        {
            Run<Wide256<T>>(parameters, gradients);
        }
        else
        {
            Run<Scalar<T>>(parameters, gradients);
        }
    }

    private unsafe void Run<TLane>(Span<T> parameters, ReadOnlySpan<T> gradients)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        fixed (T* values = parameters, slopes = gradients, velocity = _velocity.AsSpan())
        {
            HotLoop.Run(new Loop<TLane>
            {
                Values = values,
                Slopes = slopes,
                Velocity = velocity,
                Count = parameters.Length,
                LearningRate = LearningRate,
                Momentum = Momentum,
                Fresh = Steps == 1 ? 1 : 1 - Dampening,
                Decay = WeightDecay,
                Sign = Maximize ? -1 : 1,
                LooksAhead = Nesterov,
            });
        }
    }

    private unsafe struct Loop<TLane> : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        public T* Values;
        public T* Slopes;
        public T* Velocity;
        public nint Count;
        public double LearningRate;
        public double Momentum;
        public double Fresh;
        public double Decay;
        public double Sign;
        public bool LooksAhead;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly double Run()
        {
            TLane learningRate = LearningRate, momentum = Momentum, fresh = Fresh, decay = Decay, sign = Sign;
            for (nint i = 0; i < Count; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Count - i);
                TLane value = LaneMemory.Read<TLane, T>(Values, i, left);
                TLane slope = (sign * LaneMemory.Read<TLane, T>(Slopes, i, left)) + (decay * value);
                TLane velocity = (momentum * LaneMemory.Read<TLane, T>(Velocity, i, left)) + (fresh * slope);
                LaneMemory.Write(velocity, Velocity, i, left);
                TLane step = LooksAhead ? slope + (momentum * velocity) : velocity;
                LaneMemory.Write(value - (learningRate * step), Values, i, left);
            }

            return 0;
        }
    }
}
