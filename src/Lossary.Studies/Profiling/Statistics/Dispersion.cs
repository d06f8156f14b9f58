namespace Lossary.Studies;

/// <summary>How counts vary about their means: as a Poisson distribution's do, or more.</summary>
/// <remarks>
/// The index is Pearson's χ² by its degrees of freedom. α of the variance μ + αμ² makes Σ (y − μ)²/(μ + αμ²) = n: N. E.
/// Breslow, Extra-Poisson Variation in Log-Linear Models, Applied Statistics 33 (1984), doi:10.2307/2347661. The means
/// are given, as out-of-fold predictions are: no degree of freedom is lost to them.
/// </remarks>
/// <param name="Index">1 for Poisson.</param>
/// <param name="IndexError">Its standard error.</param>
/// <param name="Alpha">0 for Poisson.</param>
/// <param name="AlphaLow">The lower end of its 95 % interval.</param>
/// <param name="AlphaHigh">The upper end of its 95 % interval.</param>
internal readonly record struct Dispersion(
    double Index, double IndexError, double Alpha, double AlphaLow, double AlphaHigh)
{
    private const double Normal95 = 1.959963984540054;
    private const double LargestAlpha = 1e6;

    /// <summary>The dispersion of counts.</summary>
    /// <param name="counts">[n].</param>
    /// <param name="means">Positive, [n].</param>
    public static Dispersion Of(double[] counts, double[] means)
    {
        double index = MeanTerm(counts, means, 0), alpha = Solve(counts, means, 1);
        double error = Deviation(counts, means, alpha) / Math.Sqrt(counts.Length);
        return new(
            index,
            Deviation(counts, means, 0) / Math.Sqrt(counts.Length),
            alpha,
            Solve(counts, means, 1 + (Normal95 * error)),
            Solve(counts, means, Math.Max(0.01, 1 - (Normal95 * error))));
    }

    /// <summary>The α for which the mean of the terms, which falls with α, is a number; 0 where no α is needed.</summary>
    private static double Solve(double[] counts, double[] means, double wanted)
    {
        if (MeanTerm(counts, means, 0) <= wanted)
        {
            return 0;
        }

        double low = 0, high = 1e-3;
        while (MeanTerm(counts, means, high) > wanted && high < LargestAlpha)
        {
            low = high;
            high *= 4;
        }

        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = MeanTerm(counts, means, middle) > wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double MeanTerm(double[] counts, double[] means, double alpha)
    {
        double sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            sum += Term(counts[i], means[i], alpha);
        }

        return sum / counts.Length;
    }

    private static double Deviation(double[] counts, double[] means, double alpha)
    {
        double mean = MeanTerm(counts, means, alpha), squares = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double difference = Term(counts[i], means[i], alpha) - mean;
            squares += difference * difference;
        }

        return Math.Sqrt(squares / counts.Length);
    }

    private static double Term(double count, double mean, double alpha) =>
        (count - mean) * (count - mean) / (mean + (alpha * mean * mean));
}
