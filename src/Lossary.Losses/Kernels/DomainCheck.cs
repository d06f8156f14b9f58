using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Finds the first number that is out of its domain and counts.</summary>
internal static class DomainCheck
{
    /// <summary>Elements that a thread checks at a time: microseconds' work.</summary>
    private const int RangeLength = 1 << 15;

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

    /// <summary>The index of the first number that is out; −1 where none is.</summary>
    /// <param name="values">What to check.</param>
    /// <param name="domain">Where it has to be; infinity is in where an end includes it, NaN never.</param>
    /// <param name="passesNaN">Whether NaN is let through.</param>
    public static int FirstOutside<T>(ReadOnlySpan<T> values, Domain domain, bool passesNaN)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!AllInside(values, domain, passesNaN))
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (IsOutside(values[i], domain, passesNaN))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static bool IsOutside<T>(T value, Domain domain, bool passesNaN)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        !(passesNaN && T.IsNaN(value)) && !domain.Contains(double.CreateTruncating(value));

    /// <summary>Whether nothing at all is out, a vector at a time: what is asked of nearly every batch.</summary>
    private static bool AllInside<T>(ReadOnlySpan<T> values, Domain domain, bool passesNaN)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Length <= RangeLength)
        {
            return DomainEnds<T>.Of(domain, passesNaN).AllInside(values);
        }

        int outside = 0;
        WorkerPool.Shared.RunRanges(
            values.Length, RangeLength, new RangeCheck<T>(values, DomainEnds<T>.Of(domain, passesNaN), ref outside));
        return outside == 0;
    }

    private readonly ref struct RangeCheck<T> : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> _values;
        private readonly DomainEnds<T> _ends;
        private readonly ref int _outside;

        public RangeCheck(ReadOnlySpan<T> values, DomainEnds<T> ends, ref int outside)
        {
            _values = values;
            _ends = ends;
            _outside = ref outside;
        }

        public void Run(int start, int count)
        {
            if (Volatile.Read(ref _outside) == 0 && !_ends.AllInside(_values.Slice(start, count)))
            {
                Volatile.Write(ref _outside, 1);
            }
        }
    }
}
