using System.Globalization;
using System.Numerics;

namespace Lossary.Losses;

/// <summary>What a mean divides by, in a fixed order of summation.</summary>
internal static class Denominators
{
    /// <summary>What the reduction named divides by.</summary>
    public static double Of<T>(
        Reduction reduction, int length, int rowLength, ReadOnlySpan<T> weights, ReadOnlySpan<bool> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = weights.IsEmpty ? 0 : Sum(weights, mask);
        int count = mask.IsEmpty ? length : mask.Count(true);
        return reduction switch
        {
            Reduction.Sum => count == 0 ? 0 : 1,
            Reduction.Mean => weights.IsEmpty ? count : sum,
            Reduction.MeanOverCount => count,
            Reduction.MeanOverRows => (double)count / rowLength,
            _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "Not a reduction."),
        };
    }

    private static double Sum<T>(ReadOnlySpan<T> weights, ReadOnlySpan<bool> mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!mask.IsEmpty && !mask[i])
            {
                continue;
            }

            double weight = double.CreateTruncating(weights[i]);
            if (!(weight >= 0))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"weights[{i}] must be 0 or more, but is {weight:R}."),
                    nameof(weights));
            }

            sum += weight;
        }

        return sum;
    }
}
