using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The modified Bessel function I₀, in any lane.</summary>
internal static class StableBessel
{
    /// <summary>From here on the asymptotic series has all digits, below it the power series does.</summary>
    private const double Far = 16;

    private const int NearTerms = 40, FarTerms = 18;

    /// <summary>ln I₀(x) for x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogZero<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (TLane)(object)new Symbol($@"\ln I_0\left({((Symbol)(object)x).Latex}\right)", 1);
        }

        // I₀ = Σ (x²/4)ᵏ / k!², all terms positive.
        TLane q = 0.25 * (x * x);
        TLane sum = 1;
        for (int k = NearTerms; k > 1; k--)
        {
            sum = 1 + (1.0 / (k * k) * (q * sum));
        }

        // e^(−x) √(2πx) I₀ = Σ Πⱼ (2j − 1)² / (8 j x), to the k-th.
        TLane distance = TLane.AtLeast(x, Far);
        TLane inverse = 1 / distance;
        TLane rest = 0;
        for (int k = FarTerms; k > 0; k--)
        {
            rest = ((2 * k) - 1) * ((2 * k) - 1) / (8.0 * k) * (inverse * (1 + rest));
        }

        TLane far = distance - (0.5 * TLane.Log(6.283185307179586 * distance)) + TLane.Log1P(rest);
        return TLane.WhereLess(x, Far, TLane.Log1P(q * sum), far);
    }
}
