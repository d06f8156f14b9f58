namespace Lossary.Samples;

/// <summary>What counting achieves: the perplexity of a text by frequencies of characters and of pairs.</summary>
internal static class CharacterCounts
{
    public static double PerplexityOfSingles(int[] train, int[] held, int size)
    {
        double[] counts = Ones(size);
        foreach (int token in train)
        {
            counts[token]++;
        }

        double total = counts.Sum();
        return Math.Exp(held.Skip(1).Average(token => -Math.Log(counts[token] / total)));
    }

    public static double PerplexityOfPairs(int[] train, int[] held, int size)
    {
        double[] counts = Ones(size * size);
        foreach ((int first, int second) in train.Zip(train.Skip(1)))
        {
            counts[(first * size) + second]++;
        }

        double[] totals = [.. counts.Chunk(size).Select(row => row.Sum())];
        return Math.Exp(held.Zip(held.Skip(1)).Average(
            pair => -Math.Log(counts[(pair.First * size) + pair.Second] / totals[pair.First])));
    }

    // Everything is counted once beforehand, so that nothing is impossible.
    private static double[] Ones(int length)
    {
        double[] counts = new double[length];
        Array.Fill(counts, 1);
        return counts;
    }
}
