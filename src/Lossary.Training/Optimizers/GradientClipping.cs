using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Bounds gradients, so that one bad batch cannot throw the weights far away.</summary>
/// <remarks>PyTorch's conventions. Reference: R. Pascanu, T. Mikolov, Y. Bengio, ICML 2013, arXiv:1211.5063.</remarks>
public static class GradientClipping
{
    /// <summary>What PyTorch adds to the norm before it divides by it.</summary>
    private const double NormOffset = 1e-6;

    /// <summary>(Σ |g|ᵖ)^(1/p); the largest |g| for p = ∞.</summary>
    /// <remarks>
    /// Of floats right to about 1e-6; of doubles, and beyond float's range of squares, to the last digits.
    /// </remarks>
    /// <param name="gradient">The gradient, <c>[n]</c>.</param>
    /// <param name="order">p; positive, may be infinite.</param>
    public static double Norm<T>(ReadOnlySpan<T> gradient, double order = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(order > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, "Must be positive.");
        }

        if (order == 2)
        {
            return Math.Sqrt(SumOfSquares.Of(gradient));
        }

        CompensatedSum sum = default;
        double largest = 0;
        foreach (T element in gradient)
        {
            double size = Math.Abs(double.CreateTruncating(element));
            largest = Math.Max(largest, size);
            sum.Add(order == 1 || double.IsPositiveInfinity(order) ? size : Power(size, order));
        }

        return order == 1 ? sum.Total : double.IsPositiveInfinity(order) ? largest : Power(sum.Total, 1 / order);
    }

    /// <summary>Scales a gradient down to a norm, where it is longer.</summary>
    /// <param name="gradient">The gradient, <c>[n]</c>; NaN everywhere after, if its norm is NaN.</param>
    /// <param name="maximum">The longest norm it may keep; not negative.</param>
    /// <param name="order">Which norm; positive, may be infinite.</param>
    /// <returns>The norm before.</returns>
    public static double ByNorm<T>(Span<T> gradient, double maximum, double order = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double norm = Norm<T>(gradient, order);
        ByKnownNorm(gradient, norm, maximum);
        return norm;
    }

    /// <summary>Moves every element into [−maximum, maximum]; NaN stays.</summary>
    /// <param name="gradient">The gradient, <c>[n]</c>.</param>
    /// <param name="maximum">The largest size an element may keep; not negative.</param>
    public static void ByValue<T>(Span<T> gradient, double maximum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(maximum >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "Must not be negative.");
        }

        Sweep.Run(new Bound(maximum), gradient, gradient);
    }

    internal static void ByKnownNorm<T>(Span<T> gradient, double norm, double maximum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(maximum >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "Must not be negative.");
        }

        double factor = Math.Min(1, maximum / (norm + NormOffset));
        if (factor != 1)
        {
            Sweep.Run(new Multiple(factor), gradient, gradient);
        }
    }

    private static double Power(double x, double y) =>
        Scalar<double>.Pow(new Scalar<double>(x), new Scalar<double>(y)).Number;

    private readonly struct Bound(double maximum) : IFormula
    {
        private readonly Parameter _high = new("c", maximum);
        private readonly Parameter _low = new("-c", -maximum);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.Clamp(x, _low, _high);
    }
}
