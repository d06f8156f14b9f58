using System.Numerics;

namespace Lossary.Losses;

/// <summary>What a mean divides by, in a fixed order of summation.</summary>
internal static class Denominators
{
    public static double Of<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double first = 0, second = 0, third = 0, fourth = 0;
        int i = 0;
        for (; i <= weights.Length - 4; i += 4)
        {
            first += double.CreateTruncating(weights[i]);
            second += double.CreateTruncating(weights[i + 1]);
            third += double.CreateTruncating(weights[i + 2]);
            fourth += double.CreateTruncating(weights[i + 3]);
        }

        for (; i < weights.Length; i++)
        {
            first += double.CreateTruncating(weights[i]);
        }

        return first + second + (third + fourth);
    }

    public static double Of(ReadOnlySpan<bool> mask) => mask.Count(true);
}
