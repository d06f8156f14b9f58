using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Steps scaled by running means of the gradient and of its square: the usual choice.</summary>
/// <remarks>
/// With g the gradient plus weight decay · parameter: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², parameter ← parameter
/// − learning rate · m̂ / (√v̂ + ε), where m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). These are PyTorch's conventions,
/// all of <c>torch.optim.Adam</c>'s arguments. References: D. P. Kingma, J. Ba, ICLR 2015, arXiv:1412.6980; AMSGrad: S.
/// J. Reddi, S. Kale, S. Kumar, ICLR 2018.
/// </remarks>
/// <param name="learningRate">The size of the steps; not negative.</param>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Adam<T>(double learningRate = 1e-3) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private ArraySegment<T> _mean;
    private ArraySegment<T> _square;
    private ArraySegment<T> _largestSquare;

    // β₁ᵗ and β₂ᵗ by repeated multiplication: the platform's power function may differ in the last digit.
    private double _meanPower = 1;
    private double _squarePower = 1;

    /// <summary>How much of the running mean a step keeps; in [0, 1).</summary>
    /// <value>0.9.</value>
    public double Beta1 { get; init => field = RequireShare(value, nameof(Beta1)); } = 0.9;

    /// <summary>How much of the running mean square a step keeps; in [0, 1).</summary>
    /// <value>0.999.</value>
    public double Beta2 { get; init => field = RequireShare(value, nameof(Beta2)); } = 0.999;

    /// <summary>Keeps the divisor from 0; not negative.</summary>
    /// <value>1e-8.</value>
    public double Epsilon { get; init => field = RequireNotNegative(value, nameof(Epsilon)); } = 1e-8;

    /// <summary>
    /// The factor of the parameters that is added to their gradient (L2, not decoupled); not negative.
    /// </summary>
    /// <value>0.</value>
    public double WeightDecay { get; init => field = RequireNotNegative(value, nameof(WeightDecay)); }

    /// <summary>True to divide by the largest mean square so far.</summary>
    public bool AmsGrad { get; init; }

    /// <summary>True to climb instead of descend.</summary>
    public bool Maximize { get; init; }

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        _mean = State(length);
        _square = State(length);
        _largestSquare = State(AmsGrad ? length : 0);
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        _meanPower *= Beta1;
        _squarePower *= Beta2;
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
        fixed (T* values = parameters, slopes = gradients)
        fixed (T* mean = _mean.AsSpan(), square = _square.AsSpan(), largest = _largestSquare.AsSpan())
        {
            HotLoop.Run(new Loop<TLane>
            {
                Values = values,
                Slopes = slopes,
                Mean = mean,
                Square = square,
                LargestSquare = AmsGrad ? largest : null,
                Count = parameters.Length,
                Beta1 = Beta1,
                Beta2 = Beta2,
                Epsilon = Epsilon,
                Decay = WeightDecay,
                Sign = Maximize ? -1 : 1,
                StepSize = LearningRate / (1 - _meanPower),
                RootScale = 1 / Math.Sqrt(1 - _squarePower),
            });
        }
    }

    private unsafe struct Loop<TLane> : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        public T* Values;
        public T* Slopes;
        public T* Mean;
        public T* Square;
        public T* LargestSquare;
        public nint Count;
        public double Beta1;
        public double Beta2;
        public double Epsilon;
        public double Decay;
        public double Sign;
        public double StepSize;
        public double RootScale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly double Run()
        {
            TLane beta1 = Beta1, beta2 = Beta2, fresh1 = 1 - Beta1, fresh2 = 1 - Beta2;
            TLane epsilon = Epsilon, decay = Decay, sign = Sign, stepSize = StepSize, rootScale = RootScale;
            for (nint i = 0; i < Count; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, Count - i);
                TLane value = LaneMemory.Read<TLane, T>(Values, i, left);
                TLane slope = (sign * LaneMemory.Read<TLane, T>(Slopes, i, left)) + (decay * value);
                TLane mean = (beta1 * LaneMemory.Read<TLane, T>(Mean, i, left)) + (fresh1 * slope);
                TLane square = (beta2 * LaneMemory.Read<TLane, T>(Square, i, left)) + (fresh2 * (slope * slope));
                LaneMemory.Write(mean, Mean, i, left);
                LaneMemory.Write(square, Square, i, left);
                if (LargestSquare != null)
                {
                    square = TLane.Max(LaneMemory.Read<TLane, T>(LargestSquare, i, left), square);
                    LaneMemory.Write(square, LargestSquare, i, left);
                }

                TLane divisor = (TLane.Sqrt(square) * rootScale) + epsilon;
                LaneMemory.Write(value - (stepSize * mean / divisor), Values, i, left);
            }

            return 0;
        }
    }
}
