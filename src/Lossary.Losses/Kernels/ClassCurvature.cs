using System.Numerics;

namespace Lossary.Losses;

/// <summary>What the second derivatives of all families of rows of scores need.</summary>
internal static class ClassCurvature
{
    /// <summary>A row in double precision.</summary>
    public static unsafe void Widen<T>(T* row, Span<double> numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < numbers.Length; k++)
        {
            numbers[k] = double.CreateTruncating(row[k]);
        }
    }

    /// <summary>
    /// 1 − p of one class: where it is the likely one, the sum of the others, which keeps its digits.
    /// </summary>
    public static double Rest(ReadOnlySpan<double> chances, int k)
    {
        if (!(chances[k] > 0.5))
        {
            return 1 - chances[k];
        }

        double rest = 0;
        for (int i = 0; i < chances.Length; i++)
        {
            rest += i == k ? 0 : chances[i];
        }

        return rest;
    }
}
