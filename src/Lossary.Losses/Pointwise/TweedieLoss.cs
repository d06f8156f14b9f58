using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Amounts that are often exactly zero, such as insurance claims, from the logarithm z of their mean.</summary>
/// <remarks><code>L(z, t) = e^((2−ρ)z) / (2−ρ) − t e^((1−ρ)z) / (1−ρ)</code></remarks>
/// <param name="power">ρ, strictly between 1 (Poisson) and 2 (gamma).</param>
public readonly struct TweedieLoss(double power) : IPointwiseLoss<TweedieLoss>
{
    private readonly Parameter _up = new(@"(2-\rho)", 2 - power);
    private readonly Parameter _down = new(@"(1-\rho)", 1 - power);

    /// <summary>ρ.</summary>
    public double Power { get; } = Guard.Between(power, 1 + 1e-9, 2 - 1e-9);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane up = _up, down = _down;
        return (TLane.Exp(up * prediction) / up) - (target * TLane.Exp(down * prediction) / down);
    }
}
