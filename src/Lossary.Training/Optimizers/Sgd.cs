using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Gradient descent: plain, with momentum, or with Nesterov's look ahead.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: velocity ← momentum · velocity + (1 − dampening) · g (the first
/// velocity is g itself), parameter ← parameter − learning rate · velocity; Nesterov's step is g + momentum · velocity.
/// Without momentum the step is g, and nothing is kept. These are PyTorch's conventions, all of
/// <c>torch.optim.SGD</c>'s arguments. Reference: I. Sutskever et al., ICML 2013.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Sgd<T>(double learningRate) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _momentum;
    private ArraySegment<T> _velocity;

    /// <summary>How much of the last velocity is kept; not negative.</summary>
    /// <value>0: no momentum.</value>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = Setting.RequireNotNegative(value, nameof(Momentum));
    }

    /// <summary>How much of a new gradient the velocity leaves out; finite.</summary>
    /// <value>0.</value>
    public double Dampening { get; init => field = Setting.RequireFinite(value, nameof(Dampening)); }

    /// <summary>True to step by the velocity that the next step would have; with momentum and no dampening.</summary>
    public bool Nesterov { get; init; }

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
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new InvalidOperationException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Nesterov needs momentum above 0 and dampening 0; they are {Momentum} and {Dampening}."));
        }

        _velocity = State(Momentum > 0 ? length : 0);
    }

    /// <inheritdoc/>
    protected override void Update(in StepSlice<T> slice)
    {
        bool isPlain = _velocity.Count == 0 || Steps == 1;
        Rule rule = new(
            slice.LearningRate, slice.WeightDecay, Momentum, isPlain ? 1 : 1 - Dampening, Maximize, Nesterov);
        FusedStep.Run(rule, slice, _velocity);
    }

    private readonly struct Rule(
        double learningRate, double decay, double momentum, double fresh, bool climbs, bool looksAhead) : IStepRule
    {
        private readonly Parameter _learningRate = new("lr", learningRate);
        private readonly Parameter _momentum = new("momentum", momentum);
        private readonly Parameter _fresh = new("fresh", fresh);
        private readonly Slope _slope = new(decay, climbs);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Next<TLane>(TLane value, TLane gradient, ref TLane velocity, ref TLane second, ref TLane third)
            where TLane : struct, ILane<TLane>
        {
            TLane slope = _slope.Of(value, gradient);
            velocity = (_momentum * velocity) + (_fresh * slope);
            TLane step = looksAhead ? slope + (_momentum * velocity) : velocity;
            return value - (_learningRate * step);
        }
    }
}
