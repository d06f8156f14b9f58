using Lossary.Numerics;

namespace Lossary.Losses.Tests;

public sealed class TaskWeightingTests
{
    /// <summary>Two gradients that go against each other: (1, 0) and (−1, 1).</summary>
    private static readonly double[] s_against = [1, 0, -1, 1];

    [Fact]
    public void Products_and_sums_of_gradients_by_hand()
    {
        double[] products = new double[4], combined = new double[2];
        TaskGradients.Products<double>(s_against, 2, products);
        TaskGradients.Combine<double>(s_against, [2, 3], combined);
        Assert.Equal([1, -1, -1, 2], products);
        Assert.Equal([-1, 3], combined);
    }

    [Fact]
    public void Surgery_takes_out_what_is_against_the_other_task()
    {
        // g1 + g2/2 = (1/2, 1/2) and g2 + g1 = (0, 1).
        double[] combined = Combined(new GradientSurgery(new RandomStream(1)), s_against, [1, 1]);
        Assert.Equal([0.5, 1.5], combined);
    }

    [Fact]
    public void Surgery_leaves_gradients_alone_that_agree()
    {
        Assert.Equal([1, 1], Weights(new GradientSurgery(new RandomStream(1)), [1, 0, 1, 1], [1, 1]));
    }

    [Fact]
    public void Surgery_depends_on_its_seed_alone()
    {
        double[] gradients = [1, 0, 0, -1, 2, 0.5, -0.7, -1, 0.1];
        double[] first = Weights(new GradientSurgery(new RandomStream(7)), gradients, [1, 1, 1]);
        Assert.Equal(first, Weights(new GradientSurgery(new RandomStream(7)), gradients, [1, 1, 1]));
    }

    [Fact]
    public void The_shortest_mixture_is_found()
    {
        // The point of the line from (1, 0) to (-1, 1) nearest to the origin: weights 3/5 and 2/5.
        double[] weights = Weights(new MinimumNormWeights(), s_against, [1, 1]);
        Assert.Equal([0.6, 0.4], weights, (x, y) => Math.Abs(x - y) < 1e-12);

        // All weight to the shorter of two that point alike.
        weights = Weights(new MinimumNormWeights(), [1, 0, 3, 0], [1, 1]);
        Assert.Equal([1, 0], weights, (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void No_task_gets_worse_along_the_shortest_mixture()
    {
        RandomStream random = new(3);
        double[] gradients = [.. Enumerable.Range(0, 20).Select(_ => random.NextNormal())];
        double[] step = Combined(new MinimumNormWeights(), gradients, [1, 1, 1, 1]);
        double square = step.Sum(x => x * x);
        for (int task = 0; task < 4; task++)
        {
            Assert.True(gradients.Skip(task * 5).Take(5).Zip(step, (g, s) => g * s).Sum() >= square - 1e-6);
        }
    }

    [Fact]
    public void The_impartial_mixture_has_the_same_share_along_each_gradient()
    {
        double[] gradients = [2, 0, 1, 0, 1, 3];
        double[] step = Combined(new ImpartialWeights(), gradients, [1, 1]);
        double first = ((2 * step[0]) + (1 * step[2])) / Math.Sqrt(5);
        double second = (step[1] + (3 * step[2])) / Math.Sqrt(10);
        Assert.Equal(first, second, 12);
        Assert.Equal(1, Weights(new ImpartialWeights(), gradients, [1, 1]).Sum(), 12);
        Assert.Equal([0.5, 0.5], Weights(new ImpartialWeights(), [1, 0, 2, 0], [1, 1]));
    }

    [Fact]
    public void The_conflict_averse_step_is_the_mean_at_a_radius_of_0_and_better_for_the_worst_task_beyond()
    {
        double[] gradients = [4, 0, -1, 1];
        double[] mean = Combined(new ConflictAverseWeights(c: 0), gradients, [1, 1]);
        Assert.Equal([1.5, 0.5], mean, (x, y) => Math.Abs(x - y) < 1e-12);
        double[] averse = Combined(new ConflictAverseWeights(c: 0.5), gradients, [1, 1]);
        Assert.True(averse[1] - averse[0] > mean[1] - mean[0]);
    }

    [Fact]
    public void Signs_are_kept_by_their_share_of_the_slope()
    {
        // Slopes 3 and -1: + with a chance of 3/4; alike ones are all kept.
        double[] combined = new double[2];
        int ups = 0;
        RandomStream random = new(5);
        for (int i = 0; i < 4000; i++)
        {
            TaskGradients.DropSigns<double>([3, 1, -1, 2], 2, random, combined);
            Assert.Equal(3, combined[1]);
            Assert.True(combined[0] is 3 or -1);
            ups += combined[0] > 0 ? 1 : 0;
        }

        Assert.InRange(ups / 4000.0, 0.72, 0.78);
    }

    [Fact]
    public void A_dynamic_average_follows_the_rates()
    {
        DynamicWeightAverage weighting = new();
        Assert.Equal([1, 1], Weights(weighting, [], [4, 4]));
        Assert.Equal([1, 1], Weights(weighting, [], [2, 4]));

        // Rates 1/2 and 1 at a temperature of 2.
        double slow = Math.Exp(0.5), fast = Math.Exp(0.25);
        double[] weights = Weights(weighting, [], [1, 4]);
        Assert.Equal(2 * slow / (slow + fast), weights[1], 14);
        Assert.Equal(2, weights.Sum(), 14);
    }

    [Fact]
    public void The_geometric_mean_is_free_of_units()
    {
        double[] weights = Weights(new GeometricTaskMean(), [], [4, 100]);
        Assert.Equal([20 / 8.0, 20 / 200.0], weights, (x, y) => Math.Abs(x - y) < 1e-14);
        ArgumentException refusal =
            Assert.Throws<ArgumentException>(() => Weights(new GeometricTaskMean(), [], [1, 0]));
        Assert.Contains("losses[1]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_group_gains_weight()
    {
        GroupRobustWeights weighting = new(0.1);
        double[] weights = [];
        for (int step = 0; step < 10; step++)
        {
            weights = Weights(weighting, [], [1, 3]);
        }

        Assert.Equal(1 / (1 + Math.Exp(-2)), weights[1], 12);
    }

    [Fact]
    public void Normalised_gradients_grow_alike()
    {
        GradientNormalisation weighting = new(alpha: 1.5, learningRate: 0.01);
        double[] weights = [];
        for (int step = 0; step < 2000; step++)
        {
            weights = Weights(weighting, [1, 0, 0, 4], [1, 1]);
        }

        Assert.Equal(weights[0] * 1, weights[1] * 4, 0.2);
        Assert.Equal(2, weights.Sum(), 12);
    }

    [Fact]
    public void A_schedule_starts_and_ends_where_it_says()
    {
        foreach (WeightCourse course in Enum.GetValues<WeightCourse>())
        {
            ScheduledTaskWeights weighting = new([1, 0], [0.5, 2], 4, course);
            Assert.InRange(weighting.ShareAt(0), 0, 0.01);
            Assert.Equal(1, weighting.ShareAt(4));
            Assert.True(weighting.ShareAt(1) <= weighting.ShareAt(3));
            Weights(weighting, [], [1, 1]);
            double[] second = Weights(weighting, [], [1, 1]);
            Assert.Equal(2 * weighting.ShareAt(1), second[1], 14);
        }
    }

    [Fact]
    public void Random_weights_sum_to_1_and_are_the_seeds()
    {
        double[] first = Weights(new RandomTaskWeights(new RandomStream(9)), [], [1, 1, 1]);
        Assert.Equal(first, Weights(new RandomTaskWeights(new RandomStream(9)), [], [1, 1, 1]));
        Assert.Equal(1, first.Sum(), 14);
        Assert.Equal([3, 5], Weights(new FixedTaskWeights(3, 5), [], [1, 1]));
    }

    [Fact]
    public void Missing_products_and_wrong_lengths_are_refused_by_name()
    {
        ArgumentException refusal =
            Assert.Throws<ArgumentException>(() => Weights(new MinimumNormWeights(), [], [1, 1]));
        Assert.Contains("Products", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(() => Weights(new FixedTaskWeights(1), [], [1, 1]));
        Assert.Contains("expected are 2", refusal.Message, StringComparison.Ordinal);
    }

    private static double[] Weights(ITaskWeighting weighting, double[] gradients, double[] losses)
    {
        double[] products = [], weights = new double[losses.Length];
        if (gradients.Length > 0)
        {
            products = new double[losses.Length * losses.Length];
            TaskGradients.Products<double>(gradients, losses.Length, products);
        }

        weighting.Weigh(new TaskState { Losses = losses, Products = products }, weights);
        return weights;
    }

    private static double[] Combined(ITaskWeighting weighting, double[] gradients, double[] losses)
    {
        double[] combined = new double[gradients.Length / losses.Length];
        TaskGradients.Combine(gradients, Weights(weighting, gradients, losses), combined.AsSpan());
        return combined;
    }
}
