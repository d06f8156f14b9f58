using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Facts of the columns that the user states to be about the target's rows.</summary>
internal static class StatedFacts
{
    public static void Add(FactList facts, Target target)
    {
        if (!target.Weights.IsEmpty)
        {
            facts.Add(FactCatalogue.EffectiveWeightShare, EffectiveShare(target.Weights));
        }

        if (!target.Events.IsEmpty)
        {
            int seen = target.Events.Count(true);
            facts.Add(FactCatalogue.CensoredShare, 1 - ((double)seen / target.Count));
            facts.Add(FactCatalogue.Events, seen);
        }

        if (!target.Queries.IsEmpty)
        {
            AddQueries(facts, target);
        }
    }

    /// <summary>(Σw)² / (n Σw²): L. Kish, Survey Sampling, 1965.</summary>
    private static double EffectiveShare(ReadOnlySpan<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares / weights.Length;
    }

    private static void AddQueries(FactList facts, Target target)
    {
        ReadOnlySpan<int> queries = target.Queries;
        int count = 1;
        foreach (int query in queries)
        {
            count = Math.Max(count, query + 1);
        }

        double[] rows = new double[count], least = new double[count], most = new double[count];
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        for (int i = 0; i < queries.Length; i++)
        {
            int query = queries[i];
            rows[query]++;
            least[query] = Math.Min(least[query], target.Values[i]);
            most[query] = Math.Max(most[query], target.Values[i]);
        }

        facts.Add(FactCatalogue.Queries, count);
        facts.Add(FactCatalogue.QueryRows, OrderStatistics.Median(OrderStatistics.Sorted(rows)));
        facts.Add(FactCatalogue.LevelQueries, least.Zip(most).Count(ends => ends.First == ends.Second) / (double)count);
    }
}
