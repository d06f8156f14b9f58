using System.Numerics;

namespace Lossary.Losses;

/// <summary>Finds the first number that is out of its domain and counts.</summary>
internal static class DomainCheck
{
    /// <summary>Throws for the first element of <paramref name="values"/> that is out and counts.</summary>
    /// <param name="values">What to check.</param>
    /// <param name="domain">Where it has to be.</param>
    /// <param name="weights">A weight of 0 does not count; or empty.</param>
    /// <param name="mask">False does not count; or empty.</param>
    /// <param name="name">What the caller knows the values as.</param>
    /// <param name="passesNaN">Whether NaN is let through, to come out as NaN.</param>
    public static void Check<T>(
        ReadOnlySpan<T> values,
        Domain domain,
        ReadOnlySpan<T> weights,
        ReadOnlySpan<bool> mask,
        string name,
        bool passesNaN = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (domain.IsEverything || AllInside(values, domain, passesNaN))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            bool counts = (weights.IsEmpty || weights[i] != T.Zero) && (mask.IsEmpty || mask[i]);
            if (counts && IsOutside(values[i], domain, passesNaN))
            {
                Guard.ThrowDomain(name, i, double.CreateTruncating(values[i]), domain);
            }
        }
    }

    private static bool IsOutside<T>(T value, Domain domain, bool passesNaN)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        !(passesNaN && T.IsNaN(value)) && !domain.Contains(double.CreateTruncating(value));

    /// <summary>Whether nothing at all is out, a vector at a time: what is asked of nearly every batch.</summary>
    private static bool AllInside<T>(ReadOnlySpan<T> values, Domain domain, bool passesNaN)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> low = new(T.CreateTruncating(domain.Low));
        Vector<T> high = new(T.CreateTruncating(domain.High));
        Vector<T> lowMayBe = domain.IncludesLow ? Vector<T>.AllBitsSet : Vector<T>.Zero;
        Vector<T> highMayBe = domain.IncludesHigh ? Vector<T>.AllBitsSet : Vector<T>.Zero;
        Vector<T> betweenMayBe = domain.EndsOnly ? Vector<T>.Zero : Vector<T>.AllBitsSet;
        Vector<T> notANumberMayBe = passesNaN ? Vector<T>.AllBitsSet : Vector<T>.Zero;
        Vector<T> inside = Vector<T>.AllBitsSet;
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = new(values[i..]);
            Vector<T> between = Vector.GreaterThan(x, low) & Vector.LessThan(x, high) & betweenMayBe;
            Vector<T> atEnd = (Vector.Equals(x, low) & lowMayBe) | (Vector.Equals(x, high) & highMayBe);
            inside &= between | atEnd | (~Vector.Equals(x, x) & notANumberMayBe);
        }

        bool all = Vector.EqualsAll(Vector.AsVectorInt64(inside), Vector<long>.AllBitsSet);
        for (; all && i < values.Length; i++)
        {
            all = !IsOutside(values[i], domain, passesNaN);
        }

        return all;
    }
}
