using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The logarithm of the gamma function and its derivatives, over any lane, for x &gt; 0.</summary>
/// <remarks>
/// From 8 on by Stirling's series; below, shifted by the recurrence Γ(x + 1) = x Γ(x) to where a polynomial is, written
/// as a multiple of the distance from the function's zero: so the digits hold also next to the zeros (1 and 2 of ln Γ,
/// 1.46… of ψ). Coefficients: Chebyshev interpolation in 50 digits.
/// </remarks>
internal static class GammaFunctions
{
    private const double StirlingFrom = 8;
    private const double HalfLogTwoPi = 0.9189385332046727;

    /// <summary>ln Γ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogGamma<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        // Down to [1.5, 2.5): Γ(x) = (x−1) (x−2) … Γ(x−k); all differences are exact.
        TLane near = x, product = 1;
        for (int i = 0; i < 6; i++)
        {
            TLane lower = near - 1;
            product = TLane.WhereLess(near, 2.5, product, product * lower);
            near = TLane.WhereLess(near, 2.5, near, lower);
        }

        // Up to it: Γ(x) = Γ(x+1) / x, or Γ(x+2) / (x (x+1)).
        TLane t = TLane.WhereLess(x, 1.5, TLane.WhereLess(x, 0.5, x, x - 1), near - 2);
        TLane factor = TLane.WhereLess(x, 1.5, TLane.WhereLess(x, 0.5, x * (x + 1), x), product);
        TLane log = TLane.Log(TLane.WhereLess(x, StirlingFrom, factor, x));
        TLane shifted = TLane.FusedMultiplyAdd(t, LogGammaOverDistance(t), TLane.WhereLess(x, 1.5, -log, log));

        TLane inverse = 1 / x;
        TLane far = ((x - 0.5) * (log - 1)) + ((HalfLogTwoPi - 0.5) + (inverse * StirlingSeries(inverse * inverse)));
        far = TLane.WhereLess(x, double.PositiveInfinity, far, x);
        return TLane.WhereLess(x, 0, double.NaN, TLane.WhereLess(x, StirlingFrom, shifted, far));
    }

    /// <summary>ψ(x) = (ln Γ)′(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Digamma<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        // Down to [1, 2): ψ(x) = 1/(x−1) + 1/(x−2) + … + ψ(x−k), the sum as one fraction; or up to it: ψ(x) = ψ(x+1) −
        // 1/x.
        TLane near = x, above = 0, below = 1;
        for (int i = 0; i < 6; i++)
        {
            TLane lower = near - 1;
            above = TLane.WhereLess(near, 2, above, TLane.FusedMultiplyAdd(above, lower, below));
            below = TLane.WhereLess(near, 2, below, below * lower);
            near = TLane.WhereLess(near, 2, near, lower);
        }

        above = TLane.WhereLess(x, 1, -1, above);
        below = TLane.WhereLess(x, 1, x, below);
        near = TLane.WhereLess(x, 1, x + 1, near);
        TLane distance = TLane.IsSingle
            ? (near - 1.4616321325302124) - 1.2438149938918909542e-8
            : (near - 1.4616321449683622) - 9.549995429965697e-17;
        TLane shifted = TLane.FusedMultiplyAdd(distance, DigammaOverDistance(near - 1.5), above / below);

        TLane inverse = 1 / x;
        TLane far = TLane.Log(x) - (0.5 * inverse) - DigammaSeries(inverse * inverse);
        TLane digamma = TLane.WhereLess(x, StirlingFrom, shifted, far);
        return TLane.WhereAtMost(x, 0, TLane.WhereLess(x, 0, double.NaN, double.NegativeInfinity), digamma);
    }

    /// <summary>ψ′(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Trigamma<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        // ψ′(x) = 1/x² + 1/(x+1)² + … + ψ′(x+12), the sum as one fraction of positive terms.
        TLane above = 0, below = 1;
        for (int i = 11; i >= 0; i--)
        {
            TLane term = x + i;
            above = (above * term * term) + below;
            below = below * term * term;
        }

        TLane shift = TLane.WhereLess(x, 12, above / below, 0);
        TLane z = TLane.WhereLess(x, 12, x + 12, x);
        TLane inverse = 1 / z;
        TLane square = inverse * inverse;
        TLane series = (1.0 / 6) + (square * ((-1.0 / 30) + (square * ((1.0 / 42) + (square * ((-1.0 / 30)
            + (square * ((5.0 / 66) + (square * ((-691.0 / 2730) + (square * (7.0 / 6))))))))))));
        TLane trigamma = inverse + (square * (0.5 + (inverse * series))) + shift;
        return TLane.WhereLess(x, 0, double.NaN, trigamma);
    }

    /// <summary>Stirling's series of ln Γ, times x, in 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane StirlingSeries<TLane>(TLane square) where TLane : struct, ILane<TLane> =>
        (1.0 / 12) + (square * ((-1.0 / 360) + (square * ((1.0 / 1260) + (square * ((-1.0 / 1680)
            + (square * ((1.0 / 1188) + (square * ((-691.0 / 360360) + (square * ((1.0 / 156)
            + (square * (-3617.0 / 122400))))))))))))));

    /// <summary>Stirling's series of ψ in 1/x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane DigammaSeries<TLane>(TLane square) where TLane : struct, ILane<TLane> =>
        square * ((1.0 / 12) + (square * ((-1.0 / 120) + (square * ((1.0 / 252) + (square * ((-1.0 / 240)
            + (square * ((1.0 / 132) + (square * ((-691.0 / 32760) + (square * ((1.0 / 12)
            + (square * ((-3617.0 / 8160) + (square * (43867.0 / 14364)))))))))))))))));

    /// <summary>ln Γ(2 + t) / t for |t| ≤ ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane LogGammaOverDistance<TLane>(TLane t) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p;
        if (TLane.IsSingle)
        {
            p = 0.00011347281994554691;
            p = TLane.FusedMultiplyAdd(p, t, -0.0002538170956727826);
            p = TLane.FusedMultiplyAdd(p, t, 0.0005065171429518161);
            p = TLane.FusedMultiplyAdd(p, t, -0.0011858600344983208);
            p = TLane.FusedMultiplyAdd(p, t, 0.002890795321559696);
            p = TLane.FusedMultiplyAdd(p, t, -0.007386174155633413);
            p = TLane.FusedMultiplyAdd(p, t, 0.020580799471518252);
            p = TLane.FusedMultiplyAdd(p, t, -0.0673522814721006);
            p = TLane.FusedMultiplyAdd(p, t, 0.3224670334689425);
            p = TLane.FusedMultiplyAdd(p, t, 0.4227843350004583);
        }
        else
        {
            p = -1.3219945666117874e-07;
            p = TLane.FusedMultiplyAdd(p, t, 2.78740805211359e-07);
            p = TLane.FusedMultiplyAdd(p, t, -4.3252393445604814e-07);
            p = TLane.FusedMultiplyAdd(p, t, 9.200527894968101e-07);
            p = TLane.FusedMultiplyAdd(p, t, -2.0439048107029907e-06);
            p = TLane.FusedMultiplyAdd(p, t, 4.38470440459836e-06);
            p = TLane.FusedMultiplyAdd(p, t, -9.438715099211532e-06);
            p = TLane.FusedMultiplyAdd(p, t, 2.0505590755833454e-05);
            p = TLane.FusedMultiplyAdd(p, t, -4.49263133791557e-05);
            p = TLane.FusedMultiplyAdd(p, t, 9.945767355819498e-05);
            p = TLane.FusedMultiplyAdd(p, t, -0.00022315475400520507);
            p = TLane.FusedMultiplyAdd(p, t, 0.0005096695154115458);
            p = TLane.FusedMultiplyAdd(p, t, -0.0011927539118428156);
            p = TLane.FusedMultiplyAdd(p, t, 0.002890510331034267);
            p = TLane.FusedMultiplyAdd(p, t, -0.0073855510286719986);
            p = TLane.FusedMultiplyAdd(p, t, 0.02058080842778038);
            p = TLane.FusedMultiplyAdd(p, t, -0.0673523010531981);
            p = TLane.FusedMultiplyAdd(p, t, 0.32246703342411326);
            p = TLane.FusedMultiplyAdd(p, t, 0.42278433509846713);
        }

        return p;
    }

    /// <summary>ψ(1.5 + t) / (1.5 + t − zero) for |t| ≤ ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane DigammaOverDistance<TLane>(TLane t) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p;
        if (TLane.IsSingle)
        {
            p = -0.007476843099039942;
            p = TLane.FusedMultiplyAdd(p, t, 0.01122315637643749);
            p = TLane.FusedMultiplyAdd(p, t, -0.011247037333869003);
            p = TLane.FusedMultiplyAdd(p, t, 0.016915223738038547);
            p = TLane.FusedMultiplyAdd(p, t, -0.027064258800657295);
            p = TLane.FusedMultiplyAdd(p, t, 0.0408935606644924);
            p = TLane.FusedMultiplyAdd(p, t, -0.06191686333003683);
            p = TLane.FusedMultiplyAdd(p, t, 0.09498081754904339);
            p = TLane.FusedMultiplyAdd(p, t, -0.14840503688922396);
            p = TLane.FusedMultiplyAdd(p, t, 0.240542655036541);
            p = TLane.FusedMultiplyAdd(p, t, -0.42362742088558825);
            p = TLane.FusedMultiplyAdd(p, t, 0.9510558754378758);
        }
        else
        {
            p = 0.00011881232908510335;
            p = TLane.FusedMultiplyAdd(p, t, -0.0001782188548855923);
            p = TLane.FusedMultiplyAdd(p, t, 9.653646261410062e-05);
            p = TLane.FusedMultiplyAdd(p, t, -0.00014480643368061614);
            p = TLane.FusedMultiplyAdd(p, t, 0.00032395945401345196);
            p = TLane.FusedMultiplyAdd(p, t, -0.00048595039220036254);
            p = TLane.FusedMultiplyAdd(p, t, 0.0006909255761282986);
            p = TLane.FusedMultiplyAdd(p, t, -0.0010364584817312839);
            p = TLane.FusedMultiplyAdd(p, t, 0.0015633696313653504);
            p = TLane.FusedMultiplyAdd(p, t, -0.0023454947397380833);
            p = TLane.FusedMultiplyAdd(p, t, 0.003518106563802472);
            p = TLane.FusedMultiplyAdd(p, t, -0.005279937255532708);
            p = TLane.FusedMultiplyAdd(p, t, 0.007927021796868154);
            p = TLane.FusedMultiplyAdd(p, t, -0.011908220105959716);
            p = TLane.FusedMultiplyAdd(p, t, 0.017907248317313294);
            p = TLane.FusedMultiplyAdd(p, t, -0.026975796659787055);
            p = TLane.FusedMultiplyAdd(p, t, 0.040760833940846085);
            p = TLane.FusedMultiplyAdd(p, t, -0.06192213327548831);
            p = TLane.FusedMultiplyAdd(p, t, 0.09498872445289039);
            p = TLane.FusedMultiplyAdd(p, t, -0.14840492305388092);
            p = TLane.FusedMultiplyAdd(p, t, 0.24054248424078697);
            p = TLane.FusedMultiplyAdd(p, t, -0.4236274212814606);
            p = TLane.FusedMultiplyAdd(p, t, 0.9510558760318328);
        }

        return p;
    }
}
