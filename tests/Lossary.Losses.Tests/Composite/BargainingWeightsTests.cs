using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>Methods of weighing tasks that turn, bargain, align or learn from the fall of the losses.</summary>
public sealed class BargainingWeightsTests
{
    [Fact]
    public void The_first_vaccine_is_surgery()
    {
        double[] gradients = [1, 0, 0.2, -1, 2, 0.5, -0.7, -1, 0.1];
        Close(
            Weigh(new GradientSurgery(new RandomStream(7)), gradients, 3),
            Weigh(new GradientVaccine(new RandomStream(7)), gradients, 3),
            1e-13);
    }

    [Fact]
    public void Gradients_are_turned_until_they_are_as_alike_as_usual()
    {
        // Cosine 0.8 with half of it kept: 0.4 is usual. Two at a right angle then become ones with a cosine of 0.4.
        GradientVaccine vaccine = new(new RandomStream(1), beta: 0.5);
        Close([1, 1], Weigh(vaccine, [1, 0, 0.8, 0.6], 2), 1e-14);
        double turn = 0.4 / Math.Sqrt(1 - (0.4 * 0.4));
        Assert.Equal(0.4, turn / Math.Sqrt(1 + (turn * turn)), 14);
        Close([1 + turn, 1 + turn], Weigh(vaccine, [1, 0, 0, 1], 2), 1e-14);
    }

    [Fact]
    public void A_gradient_of_0_is_left_alone_and_a_share_outside_0_to_1_is_refused()
    {
        Close([1, 1], Weigh(new GradientVaccine(new RandomStream(1)), [1, -1, 0, 0], 2), 0);
        Assert.Equal(
            "beta", Assert.Throws<ArgumentOutOfRangeException>(() => new GradientVaccine(new RandomStream(1), 0)).ParamName);
    }

    [Fact]
    public void Bargained_weights_solve_their_equations()
    {
        // Equation (4) of the paper: the product of each gradient with the step, times its weight, is the same: 1.
        double[] gradients = Normals(4, 6), products = ProductsOf(gradients, 4);
        double norm = Math.Sqrt(products.Sum(product => product * product));
        double[] weights = Weigh(new NashBargainingWeights(), gradients, 4);
        for (int i = 0; i < 4; i++)
        {
            double along = Enumerable.Range(0, 4).Sum(j => products[(i * 4) + j] * weights[j]) / norm;
            Assert.Equal(1, along * weights[i], 6);
        }
    }

    [Fact]
    public void A_bargain_does_not_depend_on_the_units_of_a_loss()
    {
        double[] gradients = Normals(3, 5);
        double[] step = Step(new NashBargainingWeights(), gradients, 3);
        double[] scaled = [.. gradients.Select((slope, at) => slope * (at < 5 ? 1000 : at < 10 ? 1 : 0.01))];
        double[] other = Step(new NashBargainingWeights(), scaled, 3);
        double factor = Length(other) / Length(step);
        Close([.. step.Select(slope => slope * factor)], other, 1e-9 * Length(other));
    }

    [Fact]
    public void A_bargain_of_one_is_its_gradient_and_one_of_opponents_stands_still()
    {
        Close([1], Weigh(new NashBargainingWeights(), [3, -4], 1), 1e-8);
        Close([1, 1], Weigh(new NashBargainingWeights(), [0, 0, 0, 0], 2), 0);
        double[] weights = Weigh(new NashBargainingWeights(), [3, -4, -3, 4], 2);
        Assert.All(weights, weight => Assert.InRange(weight, 1, 1e5));
        Close([0, 0], Step(new NashBargainingWeights(), [3, -4, -3, 4], 2), 1e-3);
    }

    [Fact]
    public void Aligned_gradients_are_orthogonal_and_as_long_as_the_least_singular_value()
    {
        // What preference for one task alone gives is that task's aligned gradient.
        double[] gradients = Normals(3, 5);
        double[][] aligned = [.. Enumerable.Range(0, 3).Select(task =>
            Step(new AlignedWeights([.. Enumerable.Range(0, 3).Select(i => i == task ? 1.0 : 0)]), gradients, 3))];
        double square = Dot(aligned[0], aligned[0]);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(i == j ? square : 0, Dot(aligned[i], aligned[j]), 12);
            }
        }

        double[] values = ProductsOf(gradients, 3), vectors = new double[9];
        SymmetricEigen.Solve(values, vectors, 3);
        Assert.Equal(Math.Min(values[0], Math.Min(values[4], values[8])), square, 12);
    }

    [Fact]
    public void Alignment_leaves_equal_orthogonal_gradients_and_what_does_not_vary()
    {
        Close([0.5, 0.5], Weigh(new AlignedWeights(), [2, 0, 0, 2], 2), 1e-14);

        // (1, 0) and (2, 0): one direction, v = (1, 2)/√5; the weights are v (v · p).
        Close([0.3, 0.6], Weigh(new AlignedWeights(), [1, 0, 2, 0], 2), 1e-14);
        Close([0, 0], Weigh(new AlignedWeights(), [0, 0, 0, 0], 2), 0);
    }

    [Fact]
    public void Eigenvectors_put_the_matrix_together_again()
    {
        double[] matrix = ProductsOf(Normals(5, 7), 5), values = [.. matrix], vectors = new double[25];
        SymmetricEigen.Solve(values, vectors, 5);
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                double sum = Enumerable.Range(0, 5).Sum(
                    k => values[(k * 5) + k] * vectors[(k * 5) + i] * vectors[(k * 5) + j]);
                Assert.Equal(matrix[(i * 5) + j], sum, 1e-12);
            }
        }
    }

    [Fact]
    public void The_task_whose_loss_falls_slower_gains()
    {
        // First by 1/loss. Then the first loss has halved: its logit moves by -rate · ½ (ln 2 − ½ ln 2).
        FastAdaptiveWeights weighting = new(learningRate: 0.8, decay: 0.01);
        Close([0.75, 0.25], WeighLosses(weighting, 1, 3), 1e-14);
        double logit = -0.8 * Math.Log(2) / 4, share = Math.Exp(logit) / (Math.Exp(logit) + Math.Exp(-logit));
        double first = share / 0.5, second = (1 - share) / 3;
        Close([first / (first + second), second / (first + second)], WeighLosses(weighting, 0.5, 3), 1e-14);

        // Where nothing falls the logits decay.
        double[] weights = [];
        for (int step = 0; step < 2000; step++)
        {
            weights = WeighLosses(weighting, 1, 3);
        }

        Close([0.75, 0.25], weights, 1e-6);
    }

    [Fact]
    public void A_loss_at_the_least_it_can_be_is_refused()
    {
        Close([0.75, 0.25], WeighLosses(new FastAdaptiveWeights(0.025, 0.01, 1, 0), 2, 3), 1e-14);
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => WeighLosses(new FastAdaptiveWeights(0.025, 0.01, 1, 0), 1, 3));
        Assert.Contains("losses[0] must be above 0", refusal.Message, StringComparison.Ordinal);
    }

    private static double[] WeighLosses(ITaskWeighting weighting, params double[] losses)
    {
        double[] weights = new double[losses.Length];
        weighting.Weigh(new TaskState { Losses = losses }, weights);
        return weights;
    }

    private static double[] Weigh(ITaskWeighting weighting, double[] gradients, int tasks)
    {
        double[] losses = [.. Enumerable.Repeat(1.0, tasks)], weights = new double[tasks];
        weighting.Weigh(new TaskState { Losses = losses, Products = ProductsOf(gradients, tasks) }, weights);
        return weights;
    }

    private static double[] Step(ITaskWeighting weighting, double[] gradients, int tasks)
    {
        double[] combined = new double[gradients.Length / tasks];
        TaskGradients.Combine<double>(gradients, Weigh(weighting, gradients, tasks), combined);
        return combined;
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

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Length(double[] x) => Math.Sqrt(Dot(x, x));

    private static void Close(double[] expected, double[] actual, double tolerance) =>
        Assert.Equal(expected, actual, (x, y) => Math.Abs(x - y) <= tolerance);
}
