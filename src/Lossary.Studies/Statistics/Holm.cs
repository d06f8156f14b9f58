namespace Lossary.Studies;

/// <summary>Corrects p-values for the number of tests made.</summary>
public static class Holm
{
    /// <summary>
    /// Adjusted p-values: reject where one is at most α, and no more than α of such families hold a false alarm.
    /// </summary>
    /// <remarks>
    /// Reference: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
    /// Statistics 6 (1979) 65–70.
    /// </remarks>
    /// <param name="pValues">Shape [tests], each in [0, 1].</param>
    /// <returns>In the order given.</returns>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        int n = pValues.Length;
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(sorted, order);
        double[] adjusted = new double[n];
        double largest = 0;
        for (int rank = 0; rank < n; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (n - rank) * sorted[rank]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
