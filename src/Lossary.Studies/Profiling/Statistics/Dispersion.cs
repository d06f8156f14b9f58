namespace Lossary.Studies;

/// <summary>How counts vary about their means: as a Poisson distribution's do, or more.</summary>
/// <remarks>
/// The index is Pearson's χ² by its degrees of freedom. α of the variance μ + αμ² makes Σ (y − μ)²/(μ + αμ²) = n: N. E.
/// Breslow, Extra-Poisson Variation in Log-Linear Models, Applied Statistics 33 (1984), doi:10.2307/2347661. The square
/// of a residual is taken as its product with one that shares its noise but not its misfit: see
/// <see cref="Baseline.SeenResiduals"/>.
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
    private const double SmallestMean = 0.01;

    /// <summary>The dispersion of counts.</summary>
    /// <param name="counts">[n].</param>
    /// <param name="unseen">Means fitted without the row, positive, [n].</param>
    /// <param name="seen">Means fitted with the row, positive, [n].</param>
    public static Dispersion Of(double[] counts, double[] unseen, double[] seen)
    {
        double[] squares = [.. counts.Select((count, i) => (count - unseen[i]) * (count - seen[i]))];
        double[] means = [.. unseen.Zip(seen, (first, second) => (first + second) / 2)];
        double alpha = Solve(squares, means, 1), error = Error(squares, means, alpha);
        return new(
            MeanTerm(squares, means, 0),
            Error(squares, means, 0),
            alpha,
            Solve(squares, means, 1 + (Normal95 * error)),
            Solve(squares, means, Math.Max(SmallestMean, 1 - (Normal95 * error))));
    }

    /// <summary>
    /// The α for which the mean of the terms, which falls with α, is a number; 0 where no α is needed.
    /// </summary>
    private static double Solve(double[] squares, double[] means, double wanted)
    {
        if (MeanTerm(squares, means, 0) <= wanted)
        {
            return 0;
        }

        double low = 0, high = 1e-3;
        while (MeanTerm(squares, means, high) > wanted && high < LargestAlpha)
        {
            low = high;
            high *= 4;
        }

        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = MeanTerm(squares, means, middle) > wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double MeanTerm(double[] squares, double[] means, double alpha)
    {
        double sum = 0;
        for (int i = 0; i < squares.Length; i++)
        {
            sum += Term(squares[i], means[i], alpha);
        }

        return sum / squares.Length;
    }

    /// <summary>The standard error of the mean term.</summary>
    private static double Error(double[] squares, double[] means, double alpha)
    {
        double mean = MeanTerm(squares, means, alpha), sum = 0;
        for (int i = 0; i < squares.Length; i++)
        {
            double difference = Term(squares[i], means[i], alpha) - mean;
            sum += difference * difference;
        }

        return Math.Sqrt(sum) / squares.Length;
    }

    private static double Term(double square, double mean, double alpha) => square / (mean + (alpha * mean * mean));
}
