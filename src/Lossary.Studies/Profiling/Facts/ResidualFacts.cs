using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>What numbers show once their features have said what they can.</summary>
internal static class ResidualFacts
{
    /// <summary>Deviations beyond so many spreads are outliers.</summary>
    public const double OutlierAt = 5;

    public static void Add(FactList facts, Baseline baseline, double[] targets)
    {
        double[] residuals = [.. baseline.Residuals], deviations = [.. baseline.Deviations];
        facts.Add(Explained, ExplainedOf(residuals, targets));
        double scale = OrderStatistics.SpreadAboutZero(residuals);
        facts.Add(NoiseScale, scale);
        if (!(scale > 0))
        {
            return;
        }

        double outliers = deviations.Count(value => Math.Abs(value) > OutlierAt) / (double)deviations.Length;
        (double low, double high) = ShareInterval.Of(outliers, deviations.Length);
        facts.Add(OutlierShare, outliers, low, high);
        facts.Add(ResidualSkewness, LMoments.Of(OrderStatistics.Sorted(deviations)).Skewness);
        if (HillEstimate.Of(OrderStatistics.Sorted([.. deviations.Select(Math.Abs)])) is HillEstimate tail)
        {
            facts.Add(TailIndex, tail.Index, tail.Low, tail.High);
        }

        double[] spreads = [.. residuals.Zip(deviations, (r, d) => d == 0 ? double.NaN : r / d)];
        facts.Add(SpreadRatio, RatioOf(residuals, spreads));
        facts.Add(HeteroscedasticityP, SpreadTest(residuals, [.. baseline.Predictions], scale));
    }

    private static double ExplainedOf(double[] residuals, double[] targets)
    {
        double median = OrderStatistics.Median(OrderStatistics.Sorted(targets));
        double all = targets.Average(target => Math.Abs(target - median));
        return all > 0 ? Math.Max(0, 1 - (residuals.Average(Math.Abs) / all)) : 0;
    }

    /// <summary>The residuals' median size where it is predicted largest, over that where smallest.</summary>
    private static double? RatioOf(double[] residuals, double[] spreads)
    {
        int[] order = [.. Enumerable.Range(0, residuals.Length).Where(i => spreads[i] > 0).OrderBy(i => spreads[i])];
        int fifth = order.Length / 5;
        if (fifth < 5)
        {
            return null;
        }

        // Where all rows have one predicted spread, their order would be chance, and no ratio but 1 means anything.
        if (spreads[order[^1]] <= spreads[order[0]] * (1 + 1e-9))
        {
            return 1;
        }

        double smallest = OrderStatistics.SpreadAboutZero([.. order[..fifth].Select(i => residuals[i])]);
        double largest = OrderStatistics.SpreadAboutZero([.. order[^fifth..].Select(i => residuals[i])]);
        return largest / smallest;
    }

    /// <summary>Sizes beyond those of outliers are cut off: one giant would hide how the rest spreads.</summary>
    private static double SpreadTest(double[] residuals, double[] predictions, double scale)
    {
        double largest = OutlierAt * scale;
        double[] sorted = OrderStatistics.Sorted(predictions);
        double centre = OrderStatistics.Median(sorted), unit = TargetScale.SpreadOf(predictions);
        double[][] regressors =
        [
            .. predictions.Select(prediction =>
            {
                double place = Math.Clamp((prediction - centre) / unit, -4, 4);
                return (double[])[place, place * place];
            }),
        ];
        return BreuschPagan.Of([.. residuals.Select(r => Math.Clamp(r, -largest, largest))], regressors).PValue;
    }
}
