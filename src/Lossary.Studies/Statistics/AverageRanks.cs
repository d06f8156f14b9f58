namespace Lossary.Studies;

/// <summary>Ranks from 1 for the best; equal scores share the mean of their ranks.</summary>
public static class AverageRanks
{
    /// <summary>Ranks some scores.</summary>
    /// <param name="scores">Shape [losses]; NaN, for a loss that failed, is worse than any number.</param>
    /// <param name="higherIsBetter">Whether the highest gets rank 1.</param>
    /// <returns>Shape [losses].</returns>
    public static double[] Of(ReadOnlySpan<double> scores, bool higherIsBetter)
    {
        double[] keys = new double[scores.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = double.IsNaN(scores[i]) ? double.PositiveInfinity : higherIsBetter ? -scores[i] : scores[i];
        }

        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(i => keys[i])];
        double[] ranks = new double[keys.Length];
        for (int first = 0; first < order.Length;)
        {
            int next = first + 1;
            while (next < order.Length && keys[order[next]] == keys[order[first]])
            {
                next++;
            }

            foreach (int i in order.AsSpan(first, next - first))
            {
                // Ranks count from 1.
                ranks[i] = (first + 1 + next) / 2.0;
            }

            first = next;
        }

        return ranks;
    }
}
