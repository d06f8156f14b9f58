using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The one method that every kernel is compiled as.</summary>
/// <remarks>
/// The JIT inlines, AggressiveInlining or not, until an estimate of its own time exceeds about ten times that of the
/// root method, which it takes from the root's IL size. A formula over duals is hundreds of tiny calls: from a small
/// root the rest of them stay calls, and the kernel runs 7 to 15 times slower (measured). The dead branch below is
/// never imported, costs nothing, and makes the root large. A law test listens to the JIT and fails where a call
/// remains. AggressiveOptimization, because a lane in unoptimised code is a thousand times slower than in optimised.
/// </remarks>
public static class HotLoop
{
    /// <summary>Runs a loop, compiled with all it calls.</summary>
    /// <param name="loop">The loop, with everything it works on.</param>
    /// <returns>The loop's sum.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Run<TLoop>(TLoop loop) where TLoop : struct, ILoop, allows ref struct
    {
        if (typeof(TLoop) == typeof(int))
        {
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
            Weigh(L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L);
        }

        return loop.Run();
    }

    private const long L = 0x0123456789ABCDEF;

    /// <summary>Takes 32 constants of nine bytes of IL each.</summary>
    private static void Weigh(
        long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7,
        long b0, long b1, long b2, long b3, long b4, long b5, long b6, long b7,
        long c0, long c1, long c2, long c3, long c4, long c5, long c6, long c7,
        long d0, long d1, long d2, long d3, long d4, long d5, long d6, long d7)
    {
    }
}
