using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lossary.Losses;

/// <summary>A domain as two ends that are both in, to hold numbers against a vector at a time.</summary>
/// <param name="Low">The smallest number that is in.</param>
/// <param name="High">The largest number that is in.</param>
/// <param name="EndsOnly">Whether nothing between the ends is in.</param>
/// <param name="PassesNaN">Whether NaN is let through.</param>
internal readonly record struct DomainEnds<T>(T Low, T High, bool EndsOnly, bool PassesNaN)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The ends in the precision of the numbers; an open end moves to its neighbour.</summary>
    public static DomainEnds<T> Of(Domain domain, bool passesNaN)
    {
        T low = T.CreateTruncating(domain.Low), high = T.CreateTruncating(domain.High);
        return new(
            domain.IncludesLow ? low : T.BitIncrement(low),
            domain.IncludesHigh ? high : T.BitDecrement(high),
            domain.EndsOnly,
            passesNaN);
    }

    /// <summary>Whether all numbers are in.</summary>
    public bool AllInside(ReadOnlySpan<T> values)
    {
        Vector<T> low = new(Low), high = new(High), inside = Vector<T>.AllBitsSet;
        Vector<T> betweenMayBe = EndsOnly ? Vector<T>.Zero
            : inside, notANumberMayBe = PassesNaN ? inside
            : Vector<T>.Zero;
        ref T first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        if (!EndsOnly && !PassesNaN)
        {
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> x = Vector.LoadUnsafe(ref first, (nuint)i);
                inside &= Vector.GreaterThanOrEqual(x, low) & Vector.LessThanOrEqual(x, high);
            }
        }

        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = Vector.LoadUnsafe(ref first, (nuint)i);
            Vector<T> between = Vector.GreaterThan(x, low) & Vector.LessThan(x, high) & betweenMayBe;
            inside &= between | Vector.Equals(x, low) | Vector.Equals(x,
                high) | (~Vector.Equals(x, x) & notANumberMayBe);
        }

        bool all = Vector.EqualsAll(Vector.AsVectorInt64(inside), Vector<long>.AllBitsSet);
        for (; all && i < values.Length; i++)
        {
            all = Contains(values[i]);
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Contains(T x) => T.IsNaN(x)
        ? PassesNaN
        : EndsOnly ? x == Low || x == High : x >= Low && x <= High;
}
