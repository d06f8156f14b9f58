using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The negative log partial likelihood of one stratum, over its number of events.</summary>
/// <remarks>
/// Columns: log-hazard, time, event. After the sort by time everything is linear: a running log-sum-exp over those at
/// risk, from the last time to the first, and another over what each event time pulls, back again.
/// </remarks>
/// <param name="isEfron">
/// Whether events at one time leave the risk one by one, on average; else all stay in it (Breslow).
/// </param>
internal readonly struct CoxFormula(bool isEfron) : IGroupFormula
{
    private const int Hazards = 0, Times = 1, Events = 2;

    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> hazards = rows[Hazards], times = rows[Times], events = rows[Events];
        ReadOnlySpan<int> order = rows.Descending(times, 0);
        Span<double> atRisk = rows.Free(0), failing = rows.Free(1);
        double value = 0, risk = double.NegativeInfinity;
        weight = Sums.Sum(events);
        if (weight == 0)
        {
            return 0;
        }

        for (int start = 0; start < order.Length;)
        {
            int end = EndOfTime(order, times, start), failures = 0;
            double together = double.NegativeInfinity;
            for (int place = start; place < end; place++)
            {
                int row = order[place];
                risk = LogAdd.Of(risk, hazards[row]);
                if (events[row] == 1)
                {
                    together = LogAdd.Of(together, hazards[row]);
                    value -= hazards[row];
                    failures++;
                }
            }

            for (int r = 0; r < failures; r++)
            {
                value += risk + Left(r, failures, risk, together);
            }

            atRisk[start] = risk;
            failing[start] = together;
            start = end;
        }

        Pull(rows, order, gradient, weight);
        return value / weight;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = group.Count, row = 0;
        ReadOnlySpan<double> times = group.Rows[Times], events = group.Rows[Events];
        double total = Sums.Sum(events);
        double[] weights = new double[(int)total * count];
        for (int i = 0; i < count; i++)
        {
            if (events[i] == 1)
            {
                WriteRisk(times, events, i, weights.AsSpan(row++ * count, count));
            }
        }

        Tape<T> tape = group.Tape;
        Tensor<T> risk = tape.Sum(group.LogSums(new Shape(row, count), weights));
        return tape.Scale(tape.Subtract(risk, group.Dot(events, group.First)), 1 / total);
    }

    /// <summary>Writes the logarithms of what rows count in the risk of one that fails.</summary>
    private void WriteRisk(ReadOnlySpan<double> times, ReadOnlySpan<double> events, int own, Span<double> weights)
    {
        int failures = 0, before = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            bool failsTogether = events[j] == 1 && times[j] == times[own];
            failures += failsTogether ? 1 : 0;
            before += failsTogether && j < own ? 1 : 0;
        }

        double left = isEfron ? Math.Log(1 - ((double)before / failures)) : 0;
        for (int j = 0; j < weights.Length; j++)
        {
            bool failsTogether = events[j] == 1 && times[j] == times[own];
            weights[j] = times[j] >= times[own] ? failsTogether ? left : 0 : GroupTensors<double>.Nothing;
        }
    }

    /// <summary>Writes the gradient, from the first time to the last.</summary>
    private void Pull(GroupRows rows, ReadOnlySpan<int> order, Span<double> gradient, double total)
    {
        ReadOnlySpan<double> hazards = rows[Hazards], times = rows[Times], events = rows[Events];
        ReadOnlySpan<double> atRisk = rows.Free(0), failing = rows.Free(1);
        double pull = double.NegativeInfinity;
        for (int end = order.Length; end > 0;)
        {
            int start = end - 1, failures = 0;
            while (start > 0 && times[order[start - 1]] == times[order[end - 1]])
            {
                start--;
            }

            for (int place = start; place < end; place++)
            {
                failures += events[order[place]] == 1 ? 1 : 0;
            }

            double relief = double.NegativeInfinity;
            for (int r = 0; r < failures; r++)
            {
                double one = -atRisk[start] - Left(r, failures, atRisk[start], failing[start]);
                pull = LogAdd.Of(pull, one);
                relief = isEfron && r > 0 ? LogAdd.Of(relief, one + Math.Log((double)r / failures)) : relief;
            }

            for (int place = start; place < end; place++)
            {
                int row = order[place];
                double slope = Math.Exp(hazards[row] + pull);
                slope -= events[row] == 1 ? 1 + Math.Exp(hazards[row] + relief) : 0;
                gradient[row] = slope / total;
            }

            end = start;
        }
    }

    /// <summary>The logarithm of what is left of the risk when r of those that fail together are gone.</summary>
    private double Left(int r, int failures, double risk, double together) =>
        isEfron && r > 0 ? RealFunctions.Log1P(-((double)r / failures) * Math.Exp(together - risk)) : 0;

    /// <summary>The place after the last of those with the same time as the one at a place.</summary>
    internal static int EndOfTime(ReadOnlySpan<int> order, ReadOnlySpan<double> times, int start)
    {
        int end = start + 1;
        while (end < order.Length && times[order[end]] == times[order[start]])
        {
            end++;
        }

        return end;
    }
}
