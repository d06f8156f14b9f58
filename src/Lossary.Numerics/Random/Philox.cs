using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Philox4x32-10: turns a counter and a key into 128 random bits, with no state between calls.</summary>
/// <remarks>
/// Every block of a stream can be computed on its own, which is what makes random numbers independent of threads
/// and of the order of calls. Reference: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel Random Numbers:
/// As Easy as 1, 2, 3", SC'11, doi:10.1145/2063384.2063405; its published test vectors are among our tests.
/// </remarks>
public static class Philox
{
    private const int Rounds = 10;
    private const uint FirstMultiplier = 0xD2511F53;
    private const uint SecondMultiplier = 0xCD9E8D57;
    private const uint FirstWeyl = 0x9E3779B9;
    private const uint SecondWeyl = 0xBB67AE85;

    /// <summary>
    /// The 128 random bits that belong to a counter under a key; words run from the lowest to the highest.
    /// </summary>
    /// <param name="counter">Which block of the key's sequence.</param>
    /// <param name="key">Which of 2⁶⁴ sequences.</param>
    public static UInt128 Block(UInt128 counter, ulong key)
    {
        ulong low = (ulong)counter, high = (ulong)(counter >> 64);
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong first = (ulong)FirstMultiplier * c0;
            ulong second = (ulong)SecondMultiplier * c2;
            c0 = (uint)(second >> 32) ^ c1 ^ k0;
            c1 = (uint)second;
            c2 = (uint)(first >> 32) ^ c3 ^ k1;
            c3 = (uint)first;
            k0 += FirstWeyl;
            k1 += SecondWeyl;
        }

        return new UInt128(Join(c2, c3), Join(c0, c1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(uint low, uint high) => ((ulong)high << 32) | low;
}
