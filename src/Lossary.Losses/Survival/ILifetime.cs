using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A distribution of a standardised log-time or latent score, by logarithms that do not underflow.</summary>
internal interface ILifetime
{
    /// <summary>What its distribution function is called, in LaTeX.</summary>
    static abstract string Symbol { get; }

    /// <summary>ln f(z).</summary>
    static abstract TLane LogDensity<TLane>(TLane z) where TLane : struct, ILane<TLane>;

    /// <summary>ln F(z).</summary>
    static abstract TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane>;

    /// <summary>ln(1 − F(z)).</summary>
    static abstract TLane LogSurvival<TLane>(TLane z) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// ln(F(b) − F(a)) for a &lt; b, of which the width b − a is known better than by their difference.
    /// </summary>
    static abstract TLane LogInterval<TLane>(TLane a, TLane b, TLane width) where TLane : struct, ILane<TLane>;
}
