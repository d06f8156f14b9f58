using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>Methods of weighing tasks by fairness, by the worst loss, by the course of the losses, and by constraints.</summary>
public sealed class BalancedWeightsTests
{
    [Fact]
    public void Along_a_conflict_free_step_no_task_gets_worse_and_agreement_is_left_alone()
    {
        double[] gradients = Normals(5, 4), products = ProductsOf(gradients, 5);
        double[] weights = Weigh(new ConflictFreeWeights(), products);
        for (int i = 0; i < 5; i++)
        {
            Assert.True(Enumerable.Range(0, 5).Sum(j => products[(i * 5) + j] * weights[j]) >= -1e-9);
        }

        Close([0.5, 0.5], Weigh(new ConflictFreeWeights(), ProductsOf([1, 0, 1, 1], 2)), 0);

        // (1, 0) and (-1, 1): projected they are (1/2, 1/2) and (0, 1), as with surgery; then the mean.
        Close([0.5 + 0.5, 0.25 + 0.5], Weigh(new ConflictFreeWeights(), ProductsOf([1, 0, -1, 1], 2)), 1e-12);
    }

    [Fact]
    public void What_is_learnt_does_not_go_against_what_is_kept()
    {
        // A-GEM: (1, 0) has -1 against (-1, 1), whose square is 2: half of that gradient is added.
        Close([1, 0.5], Weigh(new GradientMemory(), ProductsOf([1, 0, -1, 1], 2)), 1e-14);
        Close([1, 0], Weigh(new GradientMemory(), ProductsOf([1, 0, 1, 1], 2)), 0);
        Close([1, 0.25], Weigh(new GradientMemory(margin: 0.25), ProductsOf([1, 0, 1, 1], 2)), 0);
        double[] products = ProductsOf(Normals(4, 6), 4), weights = Weigh(new GradientMemory(), products);
        Assert.Equal(1, weights[0]);
        for (int memory = 1; memory < 4; memory++)
        {
            double along = Enumerable.Range(0, 4).Sum(j => products[(memory * 4) + j] * weights[j]);
            Assert.True(along >= -1e-9 && Math.Abs(along * weights[memory]) < 1e-9, $"memory {memory}: {along:R}");
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Fair_weights_solve_their_equations(double alpha)
    {
        double[] products = ProductsOf(Normals(4, 6), 4), weights = Weigh(new FairWeights(alpha), products);
        for (int i = 0; i < 4; i++)
        {
            double along = Enumerable.Range(0, 4).Sum(j => products[(i * 4) + j] * weights[j]);
            Assert.Equal(1, along * Math.Pow(weights[i], 1 / alpha), 1e-6);
        }

        Assert.All(Weigh(new FairWeights(alpha), ProductsOf([3, -4, -3, 4], 2)), weight => Assert.True(double.IsFinite(weight)));
    }

    [Fact]
    public void A_smooth_maximum_is_led_by_the_worst_loss()
    {
        // Powers 2 · 1 and 1 · 3, over a smoothness of 2.
        double first = Math.Exp(1), second = Math.Exp(1.5);
        Close(
            [2 * first / (first + second), second / (first + second)],
            WeighLosses(new SmoothTchebycheffWeights(2, 2, 1), 1, 3),
            1e-14);
        Close([0, 1], WeighLosses(new SmoothTchebycheffWeights(1e-3), 1, 3), 1e-14);
        Close([0.5, 0.5], WeighLosses(new SmoothTchebycheffWeights { Ideal = [0, 2] }, 1, 3), 1e-14);
    }

    [Fact]
    public void The_loss_that_falls_slower_gains_by_softadapt()
    {
        SoftAdaptWeights weighting = new(beta: 2);
        Close([0.5, 0.5], WeighLosses(weighting, 4, 4), 0);

        // Rates -3 and +1 over 4.
        double first = Math.Exp(-1.5), second = Math.Exp(0.5);
        Close([first / (first + second), second / (first + second)], WeighLosses(weighting, 1, 5), 1e-14);
        Close([0.5, 0.5], WeighLosses(weighting, 1, 5), 0);
    }

    [Fact]
    public void A_relative_balance_looks_at_the_last_step_and_at_the_first()
    {
        // Always kept (chance 1): 0.6 of the weights and 0.4 of the balance against the last step.
        RelativeLossBalance kept = new(new RandomStream(1), temperature: 0.5, memory: 0.6, chance: 1);
        Close([1, 1], WeighLosses(kept, 4, 2), 0);
        double slow = Math.Exp(2), fast = Math.Exp(1);
        Close([0.6 + (0.8 * fast / (slow + fast)), 0.6 + (0.8 * slow / (slow + fast))], WeighLosses(kept, 2, 2), 1e-14);

        // Always measured (chance 0), all of it: T softmax against the first step; the second loss has come to half.
        RelativeLossBalance back = new(new RandomStream(1), temperature: 0.5, memory: 1, chance: 0);
        WeighLosses(back, 4, 2);
        WeighLosses(back, 9, 7);
        Close([2 * slow / (slow + fast), 2 * fast / (slow + fast)], WeighLosses(back, 4, 1), 1e-14);
    }

    [Fact]
    public void A_loss_that_stands_still_is_satisfied()
    {
        VariationWeights weighting = new();
        Close([0.5, 0.5], WeighLosses(weighting, 4, 2), 0);
        Close([1, 0], WeighLosses(weighting, 2, 2), 0);

        // Ratios 1, 1/2, 3/3 and 1, 1, 4/2: deviations over means.
        double[] weights = WeighLosses(weighting, 3, 4);
        double first = Deviation(1, 0.5, 1) / (2.5 / 3), second = Deviation(1, 1, 2) / (4.0 / 3);
        Close([first / (first + second), second / (first + second)], weights, 1e-14);
    }

    [Fact]
    public void Losses_are_measured_by_the_first_or_by_their_mean()
    {
        NormalisedLossWeights first = new();
        Close([0.25, 0.5], WeighLosses(first, 4, 2), 0);
        Close([0.25, 0.5], WeighLosses(first, 1, 1), 0);
        NormalisedLossWeights mean = new(memory: 0.5);
        Close([0.25, 0.5], WeighLosses(mean, 4, 2), 0);
        Close([1 / 2.5, 1 / 3.0], WeighLosses(mean, 1, 4), 1e-15);
    }

    [Fact]
    public void A_constraint_is_met_at_the_price_of_its_multiplier()
    {
        // The least of (x - 3)² where x ≤ 1 is at 1, with 2 (x - 3) + λ = 0: λ = 4. Where x ≤ 5 it is at 3 and costs nothing.
        foreach ((double bound, double best, double price) in (ReadOnlySpan<(double, double, double)>)[(1, 1, 4), (5, 3, 0)])
        {
            ConstraintWeights weighting = new(penalty: 2, learningRate: 0.5);
            double x = 0;
            for (int step = 0; step < 400; step++)
            {
                double[] weights = WeighLosses(weighting, (x - 3) * (x - 3), x - bound);
                x -= 0.1 * ((weights[0] * 2 * (x - 3)) + weights[1]);
            }

            Assert.Equal(best, x, 1e-6);
            Assert.Equal(price, weighting.Multipliers[1], 1e-5);
        }
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new FairWeights(0)).ParamName);
        Assert.Equal("memory", Assert.Throws<ArgumentOutOfRangeException>(() => new NormalisedLossWeights(2)).ParamName);
        Assert.Contains("expected are 2", Assert.Throws<ArgumentException>(
            () => WeighLosses(new SmoothTchebycheffWeights(1, 1, 2, 3), 1, 1)).Message, StringComparison.Ordinal);
    }

    private static double Deviation(params double[] values) =>
        Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    private static double[] WeighLosses(ITaskWeighting weighting, params double[] losses)
    {
        double[] weights = new double[losses.Length];
        weighting.Weigh(new TaskState { Losses = losses }, weights);
        return weights;
    }

    private static double[] Weigh(ITaskWeighting weighting, double[] products)
    {
        int tasks = (int)Math.Sqrt(products.Length);
        double[] losses = [.. Enumerable.Repeat(1.0, tasks)], weights = new double[tasks];
        weighting.Weigh(new TaskState { Losses = losses, Products = products }, weights);
        return weights;
    }

    private static double[] ProductsOf(double[] gradients, int tasks)
    {
        double[] products = new double[tasks * tasks];
        TaskGradients.Products<double>(gradients, tasks, products);
        return products;
    }

    private static double[] Normals(int tasks, int width)
    {
        RandomStream random = new(5);
        return [.. Enumerable.Range(0, tasks * width).Select(_ => random.NextNormal())];
    }

    private static void Close(double[] expected, double[] actual, double tolerance) =>
        Assert.Equal(expected, actual, (x, y) => Math.Abs(x - y) <= tolerance);
}
