using Lossary.Data;
using static Lossary.Studies.FactCatalogue;

namespace Lossary.Studies;

/// <summary>What a column of numbers shows by itself, before any feature is looked at.</summary>
internal static class NumberFacts
{
    public static void Add(FactList facts, Target target)
    {
        double[] sorted = OrderStatistics.Sorted(target.Values);
        double count = sorted.Length;
        facts.Add(Minimum, sorted[0]);
        facts.Add(Maximum, sorted[^1]);
        facts.Add(Mean, sorted.Average());
        facts.Add(Median, OrderStatistics.Median(sorted));
        facts.Add(Spread, TargetScale.SpreadOf(target.Values));
        facts.Add(IntegerShare, sorted.Count(value => value == Math.Floor(value)) / count);
        facts.Add(DistinctShare, Distinct(sorted) / count);
        facts.Add(ZeroShare, sorted.Count(value => value == 0) / count);
        facts.Add(NegativeShare, sorted.Count(value => value < 0) / count);
        facts.Add(UnitShare, sorted.Count(value => value is >= 0 and <= 1) / count);
        facts.Add(Decades, sorted[0] > 0 ? DecadesOf(sorted) : null);
        facts.Add(TiesAtMinimum, sorted.Count(value => value == sorted[0]) / count);
        facts.Add(TiesAtMaximum, sorted.Count(value => value == sorted[^1]) / count);
        AddShape(facts, sorted);
    }

    private static double DecadesOf(double[] sorted) =>
        Math.Log10(OrderStatistics.Quantile(sorted, 0.99)) - Math.Log10(OrderStatistics.Quantile(sorted, 0.01));

    private static void AddShape(FactList facts, double[] sorted)
    {
        double mean = sorted.Average();
        double second = sorted.Average(value => Math.Pow(value - mean, 2));
        facts.Add(Skewness, sorted.Average(value => Math.Pow(value - mean, 3)) / Math.Pow(second, 1.5));
        facts.Add(Kurtosis, (sorted.Average(value => Math.Pow(value - mean, 4)) / (second * second)) - 3);
        LMoments moments = LMoments.Of(sorted);
        facts.Add(LSkewness, moments.Skewness);
        facts.Add(LKurtosis, moments.Kurtosis);
    }

    private static int Distinct(double[] sorted)
    {
        int distinct = 1;
        for (int i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }

        return distinct;
    }
}
