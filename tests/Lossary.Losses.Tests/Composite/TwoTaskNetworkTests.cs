using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Two tasks on one shared layer, of which one is measured in a unit a third as large.</summary>
public sealed class TwoTaskNetworkTests
{
    private const int Rows = 40;
    private const int Features = 3;

    // The last three follow the task that is solved first: the other only must not get worse.
    [Theory]
    [InlineData("fixed", 0.2)]
    [InlineData("surgery", 0.2)]
    [InlineData("averse", 0.2)]
    [InlineData("vaccine", 0.2)]
    [InlineData("bargain", 0.2)]
    [InlineData("aligned", 0.2)]
    [InlineData("shortest", 1)]
    [InlineData("geometric", 1)]
    [InlineData("adaptive", 1)]
    public void Both_tasks_are_learnt(string method, double share)
    {
        RandomStream random = new(11);
        double[] numbers = [.. Enumerable.Range(0, Rows * Features).Select(_ => random.NextNormal())];
        Tensor<double> features = new(new Shape(Rows, Features), numbers);
        Tensor<double> shared = Variable(random, Features, 2);
        Tensor<double> first = Variable(random, 2, 1), second = Variable(random, 2, 1);
        double[] targets = [.. Enumerable.Range(0, Rows).Select(i => features.Values[i * Features])];
        double[] others = [.. Enumerable.Range(0, Rows).Select(i => 3 * features.Values[(i * Features) + 1])];
        ITaskWeighting weighting = Weighting(method, random);
        double[] start = Step(weighting, features, shared, (first, targets), (second, others));
        double[] end = start;
        for (int step = 0; step < 600; step++)
        {
            end = Step(weighting, features, shared, (first, targets), (second, others));
        }

        Assert.True(end[0] < share * start[0], $"task 1: {start[0]:R} to {end[0]:R}");
        Assert.True(end[1] < share * start[1], $"task 2: {start[1]:R} to {end[1]:R}");
    }

    /// <summary>One step of descent; returns the losses before it.</summary>
    private static double[] Step(
        ITaskWeighting weighting, Tensor<double> features, Tensor<double> shared,
        params (Tensor<double> Head, double[] Targets)[] tasks)
    {
        double[] losses = new double[tasks.Length], weights = new double[tasks.Length];
        double[] gradients = new double[tasks.Length * shared.Shape.Length], combined = new double[shared.Shape.Length];
        double[] products = new double[tasks.Length * tasks.Length];
        for (int i = 0; i < tasks.Length; i++)
        {
            Tape<double> tape = new();
            shared.ClearGradient();
            Tensor<double> prediction = tape.MatMul(tape.MatMul(features, shared), tasks[i].Head);
            Tensor<double> target = new(new Shape(Rows, 1), tasks[i].Targets);
            Tensor<double> loss = tape.Mean(tape.Square(tape.Subtract(prediction, target)));
            losses[i] = loss.Scalar;
            tape.Backward(loss);
            shared.Gradient.CopyTo(gradients.AsSpan(i * shared.Shape.Length));
        }

        TaskGradients.Products<double>(gradients, tasks.Length, products);
        weighting.Weigh(new TaskState { Losses = losses, Products = products }, weights);
        TaskGradients.Combine<double>(gradients, weights, combined);
        double length = Math.Sqrt(combined.Sum(slope => slope * slope));
        for (int i = 0; i < combined.Length && length > 0; i++)
        {
            shared.Values[i] -= 0.02 * combined[i] / length;
        }

        foreach ((Tensor<double> head, _) in tasks)
        {
            double norm = Math.Sqrt(head.Gradient.ToArray().Sum(slope => slope * slope));
            for (int i = 0; i < head.Shape.Length && norm > 0; i++)
            {
                head.Values[i] -= 0.02 * head.Gradient[i] / norm;
            }

            head.ClearGradient();
        }

        return losses;
    }

    private static ITaskWeighting Weighting(string method, RandomStream random) => method switch
    {
        "fixed" => new FixedTaskWeights(1, 1),
        "surgery" => new GradientSurgery(random),
        "vaccine" => new GradientVaccine(random),
        "bargain" => new NashBargainingWeights(),
        "aligned" => new AlignedWeights(),
        "adaptive" => new FastAdaptiveWeights(),
        "shortest" => new MinimumNormWeights(),
        "geometric" => new GeometricTaskMean(),
        _ => new ConflictAverseWeights(iterations: 200),
    };

    private static Tensor<double> Variable(RandomStream random, int rows, int columns) => Tensor<double>.Variable(
        new Shape(rows, columns), [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextNormal())]);
}
