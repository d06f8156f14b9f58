using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>How targets that are never negative vary about the means that are predicted of them.</summary>
internal static class MeanFacts
{
    private const double Normal95 = 1.959963984540054;

    public static void AddPower(FactList facts, Baseline baseline, double[] targets)
    {
        if (baseline.Means.Count > 0
            && TaylorLaw.Of(targets, [.. baseline.Means], [.. baseline.SeenMeans]) is TaylorLaw law)
        {
            facts.Add(TaylorSlope, law.Slope, law.Low, law.High);
        }
    }

    public static void AddCounts(FactList facts, Baseline baseline, double[] targets)
    {
        double[] means = [.. baseline.Means], seen = [.. baseline.SeenMeans];
        facts.Add(Explained, ExplainedOf(targets, means));
        Studies.Dispersion dispersion = Studies.Dispersion.Of(targets, means, seen);
        double half = Normal95 * dispersion.IndexError;
        facts.Add(FactCatalogue.Dispersion, dispersion.Index, dispersion.Index - half, dispersion.Index + half);
        facts.Add(NegativeBinomialAlpha, dispersion.Alpha, dispersion.AlphaLow, dispersion.AlphaHigh);
        facts.Add(ExcessZerosZ, ZerosOf(targets, means, seen, 0));
        facts.Add(NegativeBinomialZerosZ, ZerosOf(targets, means, seen, dispersion.Alpha));
    }

    /// <summary>Misfit looks like zeros too many out of sample, and like zeros too few in the sample.</summary>
    private static double ZerosOf(double[] targets, double[] unseen, double[] seen, double alpha) =>
        (ZeroCounts.ZScore(targets, unseen, alpha) + ZeroCounts.ZScore(targets, seen, alpha)) / 2;

    /// <summary>The share of the Poisson deviance that the means take away.</summary>
    public static double ExplainedOf(double[] targets, double[] means)
    {
        double mean = targets.Average();
        double all = targets.Sum(target => Deviance(target, mean));
        double left = targets.Zip(means, Deviance).Sum();
        return all > 0 ? Math.Max(0, 1 - (left / all)) : 0;
    }

    private static double Deviance(double target, double mean) =>
        2 * ((target > 0 ? target * Math.Log(target / mean) : 0) - (target - mean));
}
