using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The logarithm of the gamma function and its derivatives, over any lane.</summary>
internal static class GammaFunctions
{
    private const double HalfLogTwoPi = 0.9189385332046727;

    /// <summary>
    /// Stirling's series at x + 8, less the logarithm of x (x+1) … (x+7) where x was moved. Absolute error a few ULP of
    /// the larger part; near the zeros at 1 and 2 that is not a relative one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogGamma<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane product = x * (x + 1) * (x + 2) * (x + 3) * ((x + 4) * (x + 5) * (x + 6) * (x + 7));
        product = TLane.WhereLess(x, 8, product, 1);
        TLane z = TLane.WhereLess(x, 8, x + 8, x);
        TLane inverse = 1 / z;
        TLane square = inverse * inverse;
        TLane series = inverse * ((1.0 / 12) + (square * ((-1.0 / 360) + (square * ((1.0 / 1260) + (square * ((-1.0 / 1680)
            + (square * ((1.0 / 1188) + (square * (-691.0 / 360360)))))))))));
        return ((z - 0.5) * TLane.Log(z)) - z + HalfLogTwoPi + series - TLane.Log(product);
    }

    /// <summary>ψ(x) = (ln Γ)′(x) for x &gt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Digamma<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // Σ 1/(x+i) as two fractions of four: one division instead of eight.
        TLane a = x * (x + 3), b = (x + 1) * (x + 2), c = (x + 4) * (x + 7), d = (x + 5) * (x + 6);
        TLane first = ((2 * x) + 3) * (a + b), second = ((2 * x) + 11) * (c + d);
        TLane ab = a * b, cd = c * d;
        TLane shift = ((first * cd) + (second * ab)) / (ab * cd);
        shift = TLane.WhereLess(x, 8, shift, 0);
        TLane z = TLane.WhereLess(x, 8, x + 8, x);
        TLane inverse = 1 / z;
        TLane square = inverse * inverse;
        TLane series = square * ((1.0 / 12) + (square * ((-1.0 / 120) + (square * ((1.0 / 252) + (square * ((-1.0 / 240)
            + (square * ((1.0 / 132) + (square * (-691.0 / 32760)))))))))));
        return TLane.Log(z) - (0.5 * inverse) - series - shift;
    }

    /// <summary>ψ′(x), by differentiating the formula of ψ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Trigamma<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        Digamma(Dual<TLane>.Variable(x)).Slope;
}
