using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>What numbers show once their features have said what they can.</summary>
internal static class ResidualFacts
{
    /// <summary>Deviations beyond so many spreads are outliers.</summary>
    public const double OutlierAt = 5;

    private const int FewestInFifth = 5;

    /// <summary>Where regressors are cut off, in their spreads.</summary>
    private const double Farthest = 4;

    public static void Add(FactList facts, Baseline baseline, double[] targets)
    {
        double[] residuals = [.. baseline.Residuals], seen = [.. baseline.SeenResiduals];
        double[] deviations = [.. baseline.Deviations];
        facts.Add(Explained, ExplainedOf(residuals, targets));
        double[] sizes = Sizes(residuals, seen);
        double scale = OrderStatistics.SpreadAboutZero(sizes);
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

        // A residual of exactly 0 hides its row's spread.
        double[] spreads = [.. residuals.Zip(deviations, (r, deviation) => deviation == 0 ? scale : r / deviation)];
        facts.Add(SpreadRatio, RatioOf(sizes, spreads));
        double[] squares = [.. residuals.Zip(seen, (r, s) => Within(r, scale) * Within(s, scale))];
        facts.Add(HeteroscedasticityP, BreuschPagan.Of(squares, Regressors([.. baseline.Predictions], spreads)).PValue);
    }

    /// <summary>Sizes of residuals, between those of rows that a network did not see and those that it saw.</summary>
    public static double[] Sizes(double[] residuals, double[] seen) =>
        [.. residuals.Zip(seen, (r, s) => Math.Sqrt(Math.Abs(r * s)))];

    private static double ExplainedOf(double[] residuals, double[] targets)
    {
        double median = OrderStatistics.Median(OrderStatistics.Sorted(targets));
        double all = targets.Average(target => Math.Abs(target - median));
        return all > 0 ? Math.Max(0, 1 - (residuals.Average(Math.Abs) / all)) : 0;
    }

    /// <summary>The residuals' median size where it is predicted largest, over that where smallest.</summary>
    private static double? RatioOf(double[] sizes, double[] spreads)
    {
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderBy(i => spreads[i])];
        int fifth = order.Length / 5;
        if (fifth < FewestInFifth)
        {
            return null;
        }

        // Where all rows have one predicted spread, their order would be chance, and no ratio but 1 means anything.
        if (!Varies(spreads))
        {
            return 1;
        }

        double smallest = OrderStatistics.SpreadAboutZero([.. order[..fifth].Select(i => sizes[i])]);
        double largest = OrderStatistics.SpreadAboutZero([.. order[^fifth..].Select(i => sizes[i])]);
        return largest / smallest;
    }

    private static bool Varies(double[] spreads) => spreads.Max() > spreads.Min() * (1 + 1e-9);

    /// <summary>One giant would hide how the rest spreads.</summary>
    private static double Within(double residual, double scale) =>
        Math.Clamp(residual, -OutlierAt * scale, OutlierAt * scale);

    /// <summary>The prediction, its square, and the logarithm of the predicted spread where that varies.</summary>
    private static double[][] Regressors(double[] predictions, double[] spreads)
    {
        double[] places = Standardised(predictions), squares = [.. places.Select(place => place * place)];
        return Varies(spreads)
            ? [places, squares, Standardised([.. spreads.Select(spread => Math.Log(spread))])]
            : [places, squares];
    }

    private static double[] Standardised(double[] values)
    {
        double centre = OrderStatistics.Median(OrderStatistics.Sorted(values)), unit = TargetScale.SpreadOf(values);
        return [.. values.Select(value => Math.Clamp((value - centre) / unit, -Farthest, Farthest))];
    }
}
