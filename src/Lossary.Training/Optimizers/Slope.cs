using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>What an optimizer follows: the gradient, or its opposite, plus weight decay · parameter.</summary>
/// <param name="decay">The weight decay.</param>
/// <param name="climbs">True to go uphill.</param>
internal readonly struct Slope(double decay, bool climbs)
{
    private readonly Parameter _decay = new("decay", decay);
    private readonly Parameter _sign = new("sign", climbs ? -1 : 1);

    /// <summary>The slope at a parameter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Of<TLane>(TLane value, TLane gradient) where TLane : struct, ILane<TLane> =>
        (_sign * gradient) + (_decay * value);
}
