using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Whether stated probabilities come true as often as they say.</summary>
/// <remarks>
/// Of two classes, the positive one's probability; of more, that of the class named. Bins hold equally many rows, and
/// rows with the same probability are never parted. On finite data even a calibrated forecast shows an error: what it
/// would show is found by drawing each bin's outcomes from its stated probability (J. Bröcker, L. A. Smith, "Increasing
/// the Reliability of Reliability Diagrams", Weather and Forecasting 22 (2007) 651–661, doi:10.1175/WAF993.1). The
/// same with the bins' gaps shrunk or stretched says which true errors would show such a one as was found: those for
/// which it is in the middle 95 % are the interval, the one for which it is the median is the debiased error
/// (J. Carpenter, "Test Inversion Bootstrap Confidence Intervals", Journal of the Royal Statistical Society B 61 (1999)
/// 159–172).
/// </remarks>
/// <param name="Bins">From the lowest stated probability to the highest.</param>
/// <param name="Error">
/// The expected calibration error, the mean gap between stated and observed, as it is in the sample.
/// </param>
/// <param name="Debiased">The true error for which half of all samples would show less.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end of it.</param>
/// <param name="ByChance">What 95 % of calibrated forecasts with such probabilities would stay below.</param>
public sealed record Calibration(
    IReadOnlyList<ReliabilityBin> Bins, double Error, double Debiased, double Low, double High, double ByChance)
{
    /// <summary>How many bins there are, where rows suffice.</summary>
    public const int MostBins = 10;

    /// <summary>How many rows a bin has at least, but for ties.</summary>
    public const int LeastRows = 20;

    /// <summary>How often outcomes are drawn.</summary>
    public const int Draws = 999;

    /// <summary>Whether the error is more than chance.</summary>
    public bool IsMiscalibrated => Error > ByChance;

    /// <summary>Holds probabilities against what happened.</summary>
    /// <param name="stated">Shape [n], within [0, 1].</param>
    /// <param name="happened">Shape [n].</param>
    /// <param name="random">Draws outcomes; only its children are drawn from.</param>
    /// <exception cref="ArgumentException">The two differ in length, or there are none.</exception>
    public static Calibration Of(ReadOnlySpan<double> stated, ReadOnlySpan<bool> happened, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (stated.Length != happened.Length || stated.IsEmpty)
        {
            throw new ArgumentException(
                $"happened has {happened.Length} elements, stated has {stated.Length}; they need equally many, at "
                + $"least one.",
                nameof(happened));
        }

        IReadOnlyList<ReliabilityBin> bins = ReliabilityBins.Of(stated, happened);
        CalibrationDraws draws = new(bins, Draws, random.Split("outcomes"));
        const double Tail = (1 - ResampledDifference.Confidence) / 2;
        return new(
            bins,
            draws.Error,
            draws.TrueErrorAt(0.5),
            draws.TrueErrorAt(1 - Tail),
            draws.TrueErrorAt(Tail),
            draws.ErrorAt(stretch: 0, ResampledDifference.Confidence));
    }
}
