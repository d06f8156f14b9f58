using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>The negative log of the exact partial likelihood of one stratum, over its number of events.</summary>
/// <remarks>
/// Columns: log-hazard, time, event. In the order of falling times those at risk at any time are the first m rows. So
/// one table serves all times: the logarithms of the sums over all choices of r out of the first m,
/// <code>
/// E(m, r) = ln(e^E(m−1, r) + e^(zₘ + E(m−1, r−1)))
/// </code>
/// Of its rows only every √n-th is kept; those between are made again on the way back.
/// </remarks>
internal readonly struct CoxExactFormula : IGroupFormula
{
    private const int Hazards = 0, Times = 1, Events = 2;
    private const int NowSlot = 0, KeptSlot = 1, BlockSlot = 2;

    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> hazards = rows[Hazards], events = rows[Events];
        ReadOnlySpan<int> order = rows.Descending(rows[Times], 0);
        Span<int> failures = rows.FreeIndices(1);
        int most = CountFailures(rows, order, failures), block = BlockLength(rows.Count);
        weight = TensorPrimitives.Sum(events);
        if (most == 0)
        {
            return 0;
        }

        Span<double> now = rows.Free(NowSlot, most + 1);
        Span<double> kept = rows.Free(KeptSlot, checked((((rows.Count - 1) / block) + 1) * now.Length));
        now.Fill(double.NegativeInfinity);
        now[0] = 0;
        double value = -TensorPrimitives.Dot(hazards, events);
        for (int place = 0; place < order.Length; place++)
        {
            if (place % block == 0)
            {
                now.CopyTo(kept[(place / block * now.Length)..]);
            }

            Extend(now, hazards[order[place]], now);
            value += failures[place] > 0 ? now[failures[place]] : 0;
        }

        Pull(rows, order, failures, kept, now, gradient);
        TensorPrimitives.Divide(gradient, weight, gradient);
        return value / weight;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tape<T> tape = group.Tape;
        ReadOnlySpan<int> order = group.Rows.Descending(group.Rows[Times], 0);
        Span<int> failures = group.Rows.FreeIndices(1);
        int most = CountFailures(group.Rows, order, failures);
        double[] none = new double[most + 1];
        none.AsSpan(1).Fill(GroupTensors<T>.Nothing);
        Tensor<T> sums = group.Constant(new Shape(most + 1), none), value = group.Dot(group.Rows[Events], group.First);
        Tensor<T> impossible = group.Constant(new Shape(1), none.AsSpan(1, 1));
        value = tape.Negate(value);
        for (int place = 0; place < order.Length; place++)
        {
            Tensor<T> hazard = tape.Slice(group.First, 0, order[place], 1);
            Tensor<T> taken = tape.Concatenate(0, impossible, tape.Add(tape.Slice(sums, 0, 0, most), hazard));
            sums = tape.LogSumExp(tape.Stack(0, sums, taken), [0]);
            value = failures[place] > 0 ? tape.Add(value, tape.Slice(sums, 0, failures[place], 1)) : value;
        }

        return tape.Scale(value, 1 / TensorPrimitives.Sum(group.Rows[Events]));
    }

    /// <summary>Writes how often the likelihood expects each row among those that fail, less how often it is.</summary>
    private static void Pull(
        GroupRows rows,
        ReadOnlySpan<int> order,
        ReadOnlySpan<int> failures,
        ReadOnlySpan<double> kept,
        Span<double> counts,
        Span<double> gradient)
    {
        ReadOnlySpan<double> hazards = rows[Hazards], events = rows[Events];
        int width = counts.Length, block = BlockLength(rows.Count);
        Span<double> table = rows.Free(BlockSlot, checked((block + 1) * width));
        counts.Clear();
        for (int start = (order.Length - 1) / block * block; start >= 0; start -= block)
        {
            int count = int.Min(block, order.Length - start);
            kept.Slice(start / block * width, width).CopyTo(table);
            for (int i = 0; i < count; i++)
            {
                Extend(table.Slice(i * width, width), hazards[order[start + i]], table.Slice((i + 1) * width, width));
            }

            for (int i = count - 1; i >= 0; i--)
            {
                int row = order[start + i];
                counts[failures[start + i]] += failures[start + i] > 0 ? 1 : 0;
                double expected = Take(
                    table.Slice(i * width, width), hazards[row], table.Slice((i + 1) * width, width), counts);
                gradient[row] = expected - events[row];
            }
        }
    }

    /// <summary>The sums over choices out of one row more; may be written over the sums before.</summary>
    private static void Extend(ReadOnlySpan<double> before, double hazard, Span<double> after)
    {
        for (int r = before.Length - 1; r > 0; r--)
        {
            after[r] = LogAdd.Of(before[r], hazard + before[r - 1]);
        }

        after[0] = 0;
    }

    /// <summary>
    /// From how many choices of r out of the rows so far there are to how many out of those before the last; returns
    /// how many take the last.
    /// </summary>
    private static double Take(
        ReadOnlySpan<double> before, double hazard, ReadOnlySpan<double> after, Span<double> counts)
    {
        double taken = 0;
        for (int r = 1; r < counts.Length; r++)
        {
            if (counts[r] > 0)
            {
                double part = counts[r] * Math.Exp(hazard + before[r - 1] - after[r]);
                counts[r] *= Math.Exp(before[r] - after[r]);
                counts[r - 1] += part;
                taken += part;
            }
        }

        return taken;
    }

    /// <summary>Writes at the last place of each time how many fail then; returns the largest number.</summary>
    private static int CountFailures(GroupRows rows, ReadOnlySpan<int> order, Span<int> failures)
    {
        ReadOnlySpan<double> times = rows[Times], events = rows[Events];
        int most = 0;
        failures.Clear();
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = CoxFormula.EndOfTime(order, times, start);
            for (int place = start; place < end; place++)
            {
                failures[end - 1] += events[order[place]] == 1 ? 1 : 0;
            }

            most = int.Max(most, failures[end - 1]);
        }

        return most;
    }

    private static int BlockLength(int rows) => (int)Math.Ceiling(Math.Sqrt(rows));
}
