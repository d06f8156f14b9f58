using System.Numerics;

namespace Lossary.Losses;

/// <summary>Finds the first number that is out of its domain and counts.</summary>
internal static class DomainCheck
{
    /// <summary>Throws for the first element of <paramref name="values"/> that is out; NaN passes, to come out as NaN.</summary>
    public static void Check<T>(
        ReadOnlySpan<T> values, Domain domain, ReadOnlySpan<T> weights, ReadOnlySpan<bool> mask, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (domain.IsEverything)
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            T value = values[i];
            if (T.IsNaN(value) || domain.Contains(double.CreateTruncating(value)))
            {
                continue;
            }

            if ((weights.IsEmpty || weights[i] != T.Zero) && (mask.IsEmpty || mask[i]))
            {
                Guard.ThrowDomain(name, i, double.CreateTruncating(value), domain);
            }
        }
    }
}
