using System.Numerics;

namespace Lossary.Losses;

/// <summary>Finds the first number that is out of its domain and counts.</summary>
internal static class DomainCheck
{
    /// <summary>
    /// Throws for the first element of <paramref name="values"/> that is out; NaN passes, to come out as NaN.
    /// </summary>
    public static void Check<T>(
        ReadOnlySpan<T> values, Domain domain, ReadOnlySpan<T> weights, ReadOnlySpan<bool> mask, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (domain.IsEverything || AllInside(values, domain))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            bool counts = (weights.IsEmpty || weights[i] != T.Zero) && (mask.IsEmpty || mask[i]);
            if (counts && IsOutside(values[i], domain))
            {
                Guard.ThrowDomain(name, i, double.CreateTruncating(values[i]), domain);
            }
        }
    }

    private static bool IsOutside<T>(T value, Domain domain)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        !T.IsNaN(value) && !domain.Contains(double.CreateTruncating(value));

    /// <summary>Whether nothing at all is out, a vector at a time: what is asked of nearly every batch.</summary>
    private static bool AllInside<T>(ReadOnlySpan<T> values, Domain domain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> low = new(T.CreateTruncating(domain.Low));
        Vector<T> high = new(T.CreateTruncating(domain.High));
        Vector<T> lowMayBe = domain.IncludesLow ? Vector<T>.AllBitsSet : Vector<T>.Zero;
        Vector<T> highMayBe = domain.IncludesHigh ? Vector<T>.AllBitsSet : Vector<T>.Zero;
        Vector<T> betweenMayBe = domain.EndsOnly ? Vector<T>.Zero : Vector<T>.AllBitsSet;
        Vector<T> inside = Vector<T>.AllBitsSet;
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> x = new(values[i..]);
            Vector<T> between = Vector.GreaterThan(x, low) & Vector.LessThan(x, high) & betweenMayBe;
            Vector<T> atEnd = (Vector.Equals(x, low) & lowMayBe) | (Vector.Equals(x, high) & highMayBe);
            inside &= between | atEnd | ~Vector.Equals(x, x);
        }

        bool all = Vector.EqualsAll(Vector.AsVectorInt64(inside), Vector<long>.AllBitsSet);
        for (; all && i < values.Length; i++)
        {
            all = !IsOutside(values[i], domain);
        }

        return all;
    }
}
