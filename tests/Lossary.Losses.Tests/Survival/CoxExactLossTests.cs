using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CoxExactLossTests : TiedTimesLaws<CoxExactLoss>
{
    private static readonly double[] s_hazards = [0.3, -1.2, 0.8, 0.1, -0.4, 1.7, -0.9];
    private static readonly double[] s_times = [2, 1, 2, 3, 1, 3, 2];
    private static readonly double[] s_events = [1, 1, 1, 0, 1, 1, 0];

    [Fact]
    public void Two_that_fail_out_of_three_are_one_pair_of_three()
    {
        // ln(e^(a+b) + e^(a+c) + e^(b+c)) − a − b.
        double a = 0.3, b = -1.2, c = 0.8;
        double expected = (Math.Log(Math.Exp(a + b) + Math.Exp(a + c) + Math.Exp(b + c)) - a - b) / 2;
        Assert.Equal(expected, default(CoxExactLoss).Evaluate(Patients.Of([a, b, c], [1, 1, 2], [1, 1, 0])).Mean, 14);
    }

    [Fact]
    public void Value_and_gradient_are_those_of_all_subsets_one_by_one()
    {
        LossInputs<double> inputs = Patients.Of(s_hazards, s_times, s_events);
        double value = 0;
        double[] slopes = new double[s_hazards.Length];
        foreach (double time in s_times.Distinct())
        {
            int[] risk = [.. Enumerable.Range(0, s_times.Length).Where(i => s_times[i] >= time)];
            int[] failing = [.. risk.Where(i => s_times[i] == time && s_events[i] == 1)];
            int[][] sets = [.. Enumerable.Range(0, 1 << risk.Length)
                .Where(bits => BitOperations.PopCount((uint)bits) == failing.Length)
                .Select(bits => risk.Where((_, at) => (bits >> at & 1) == 1).ToArray())];
            double[] powers = [.. sets.Select(set => Math.Exp(set.Sum(i => s_hazards[i])))];
            value += Math.Log(powers.Sum()) - failing.Sum(i => s_hazards[i]);
            for (int row = 0; row < slopes.Length; row++)
            {
                slopes[row] += sets.Zip(powers).Where(pair => pair.First.Contains(row)).Sum(pair => pair.Second) / powers.Sum();
                slopes[row] -= failing.Contains(row) ? 1 : 0;
            }
        }

        Assert.Equal(value / s_events.Sum(), default(CoxExactLoss).Evaluate(inputs).Mean, 13);
        for (int row = 0; row < slopes.Length; row++)
        {
            Assert.Equal(slopes[row] / s_events.Sum(), inputs["log-hazard"].Gradient[row], 13);
        }
    }

    [Fact]
    public void Where_all_at_risk_fail_there_is_nothing_to_learn()
    {
        LossInputs<double> inputs = Patients.Of([3.0, -2, 700], [1, 1, 1], [1, 1, 1]);
        Assert.Equal(0, default(CoxExactLoss).Evaluate(inputs).Mean, 12);
        Assert.All(inputs["log-hazard"].Gradient.ToArray(), slope => Assert.Equal(0, slope, 12));
    }

    [Fact]
    public void Equal_hazards_count_the_sets()
    {
        // 300 of 1,000 at one time: ln (1000 choose 300), as a sum of logarithms.
        int count = 1000, failing = 300;
        double expected = Enumerable.Range(1, failing).Sum(i => Math.Log((double)(count - failing + i) / i)) / failing;
        LossInputs<double> inputs = Patients.Of(
            [.. Enumerable.Repeat(500.0, count)],
            [.. Enumerable.Repeat(2.0, count)],
            [.. Enumerable.Range(0, count).Select(i => i < failing ? 1.0 : 0)]);
        Assert.Equal(expected, default(CoxExactLoss).Evaluate(inputs).Mean, 9);
        Assert.Equal((0.3 - 1) / failing, inputs["log-hazard"].Gradient[0], 11);
        Assert.Equal(0.3 / failing, inputs["log-hazard"].Gradient[count - 1], 11);
    }

    [Fact]
    public void Fifty_thousand_rows_take_memory_by_the_root_of_their_number()
    {
        // 25 events at each time: a whole table would be 50,000 by 26 numbers, 10.4 MB.
        int count = 50_000;
        GroupMemory memory = new();
        for (int i = 0; i < count; i++)
        {
            memory.Numbers(0, count)[i] = Math.Sin(i);
            memory.Numbers(1, count)[i] = 1 + (i / 50);
            memory.Numbers(2, count)[i] = i % 2;
        }

        _ = new GroupRows(memory, count).Descending(memory.Numbers(1, count), 0);
        _ = new GroupRows(memory, count).FreeIndices(1);
        double[] gradient = new double[count];
        long before = GC.GetAllocatedBytesForCurrentThread();
        double mean = default(CoxExactFormula).Value(new GroupRows(memory, count), gradient, out double weight);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 18);
        Assert.Equal(25_000, weight);
        Assert.InRange(mean, 6, 13);
        Assert.Equal(0, gradient.Sum(), 9);
    }
}
