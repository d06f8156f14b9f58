using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class HardConcretePenaltyTests() : ArrayLaws<HardConcretePenalty>(0.5, 2.0 / 3, -0.1, 1.1)
{
    [Fact]
    public void It_counts_how_many_drawn_gates_are_open()
    {
        // Gates drawn by equations 10 and 11 of the paper; the share that is above 0 is its equation 12.
        double[] logs = [-1.5, 0.2, 2];
        LossInputs<double> inputs = new() { ["log-alpha"] = TestInputs.Variable([3], logs) };
        RandomStream random = new(8);
        const int Draws = 40_000;
        double open = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            foreach (double log in logs)
            {
                double uniform = random.NextDouble();
                double gate = 1 / (1 + Math.Exp(-(Math.Log(uniform) - Math.Log(1 - uniform) + log) / (2.0 / 3)));
                open += (1.2 * gate) - 0.1 > 0 ? 1 : 0;
            }
        }

        Assert.Equal(open / Draws, new HardConcretePenalty(1, 2.0 / 3, -0.1, 1.1).Evaluate(inputs).Mean, 0.01);
    }
}
