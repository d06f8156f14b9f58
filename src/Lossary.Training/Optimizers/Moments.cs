using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g².</summary>
/// <param name="beta1">How much of the mean is kept.</param>
/// <param name="beta2">How much of the mean square is kept.</param>
internal readonly struct Moments(double beta1, double beta2)
{
    private readonly Parameter _beta1 = new("beta1", beta1);
    private readonly Parameter _beta2 = new("beta2", beta2);
    private readonly Parameter _fresh1 = new("1 - beta1", 1 - beta1);
    private readonly Parameter _fresh2 = new("1 - beta2", 1 - beta2);

    /// <summary>Takes a slope into both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take<TLane>(TLane slope, ref TLane mean, ref TLane square)
        where TLane : struct, ILane<TLane>
    {
        mean = (_beta1 * mean) + (_fresh1 * slope);
        square = (_beta2 * square) + (_fresh2 * (slope * slope));
    }
}
