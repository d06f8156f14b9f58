using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <summary>The order of additions that every sum of the library keeps to.</summary>
/// <remarks>
/// Blocks of 2,048 terms; in a block sixteen partial sums, term i going to partial sum i mod 16, whatever the machine's
/// registers hold; the sixteen are added one after the other, and so are the blocks, with the lost digits kept. Nothing
/// of this depends on the SIMD width or on who computes which block.
/// </remarks>
internal static class BlockSum
{
    /// <summary>Terms in a block.</summary>
    public const int BlockLength = 2048;

    private const int Stripe = 16;

    /// <summary>The sum of all terms.</summary>
    public static double Of<TTerms>(TTerms terms) where TTerms : struct, ITerms, allows ref struct
    {
        CompensatedSum total = default;
        for (int start = 0; start < terms.Count; start += BlockLength)
        {
            total.Add(Block(in terms, start, Math.Min(BlockLength, terms.Count - start)));
        }

        return total.Total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CompensatedSum Block<TTerms>(in TTerms terms, int start, int count)
        where TTerms : struct, ITerms, allows ref struct
    {
        Partial first = default, second = default, third = default, fourth = default;
        int end = start + count, i = start;
        for (; i <= end - Stripe; i += Stripe)
        {
            first.Add(in terms, i);
            second.Add(in terms, i + 4);
            third.Add(in terms, i + 8);
            fourth.Add(in terms, i + 12);
        }

        CompensatedSum sum = default;
        first.AddTo(ref sum);
        second.AddTo(ref sum);
        third.AddTo(ref sum);
        fourth.AddTo(ref sum);
        for (; i < end; i++)
        {
            sum.Add(terms.Single(i, out double lost));
            sum.AddLost(lost);
        }

        return sum;
    }

    /// <summary>Four partial sums, and what their additions rounded away.</summary>
    private struct Partial
    {
        private Vector256<double> _sum;
        private Vector256<double> _lost;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TTerms>(in TTerms terms, int index) where TTerms : struct, ITerms, allows ref struct
        {
            Vector256<double> term = terms.At(index, out Vector256<double> lost);
            Vector256<double> sum = _sum + term;
            if (!TTerms.AreNarrow)
            {
                Vector256<double> part = sum - _sum;
                _lost += (_sum - (sum - part)) + (term - part) + lost;
            }

            _sum = sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void AddTo(ref CompensatedSum sum)
        {
            for (int i = 0; i < Vector256<double>.Count; i++)
            {
                sum.Add(_sum[i]);
                sum.AddLost(_lost[i]);
            }
        }
    }
}
