namespace Lossary.Studies;

/// <summary>Divides rows by their stated probability.</summary>
internal static class ReliabilityBins
{
    /// <summary>
    /// Bins of equally many rows, from the lowest stated probability to the highest; ties stay together.
    /// </summary>
    public static IReadOnlyList<ReliabilityBin> Of(ReadOnlySpan<double> stated, ReadOnlySpan<bool> happened)
    {
        double[] sorted = stated.ToArray();
        bool[] outcomes = happened.ToArray();
        Array.Sort(sorted, outcomes);
        double size = (double)sorted.Length / Math.Clamp(
            sorted.Length / Calibration.LeastRows, 1, Calibration.MostBins);
        List<ReliabilityBin> bins = [];
        int first = 0;
        double end = size;
        for (int i = 1; i <= sorted.Length; i++)
        {
            bool isLast = i == sorted.Length;
            if (isLast || (i >= end - 0.5 && sorted[i] != sorted[i - 1]))
            {
                bins.Add(BinOf(sorted.AsSpan(first..i), outcomes.AsSpan(first..i)));
                first = i;

                // Ties may have taken rows of the next bin; a last one of less than half the size joins the one before.
                end = Math.Max(end, i) + size;
                end = sorted.Length - end < size / 2 ? double.PositiveInfinity : end;
            }
        }

        return bins;
    }

    private static ReliabilityBin BinOf(ReadOnlySpan<double> stated, ReadOnlySpan<bool> happened)
    {
        double sum = 0;
        foreach (double probability in stated)
        {
            sum += probability;
        }

        int count = happened.Count(true);
        (double low, double high) = WilsonInterval.Of(count, stated.Length);
        return new(sum / stated.Length, (double)count / stated.Length, low, high, stated.Length);
    }
}
