using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

/// <summary>Several tasks on one network: a number, a number in a unit a hundred times as small, and a class.</summary>
public sealed class TaskTrainingTests
{
    private const int Rows = 200;
    private const int Features = 4;

    private static readonly TrainingTask[] s_tasks =
    [
        new(LossCatalogue.Create<ISampleLoss>("squared")),
        new(LossCatalogue.Create<ISampleLoss>("huber")),
        new(LossCatalogue.Create<IClassLoss>("cross-entropy"), classes: 3),
    ];

    // FAMO goes by logarithms: what can fall to nothing keeps most of the weight.
    [Theory]
    [InlineData("fixed", 0.5)]
    [InlineData("dynamic", 0.5)]
    [InlineData("norms", 0.5)]
    [InlineData("surgery", 0.5)]
    [InlineData("vaccine", 0.5)]
    [InlineData("bargain", 0.5)]
    [InlineData("aligned", 0.5)]
    [InlineData("adaptive", 0.7)]
    public void Every_method_learns_all_tasks(string method, double share)
    {
        (TrainingData data, double[] start) = Problem();
        Network<float> network = NewNetwork();
        TrainingResult result = Trainer.Fit(
            network, s_tasks, Weighting(method), data, validation: null, new TrainingOptions { MaxEpochs = 60, Seed = 3 });
        double[] end = LossesOf(network, data);
        Assert.Equal(60, result.Epochs);
        for (int task = 0; task < end.Length; task++)
        {
            Assert.True(end[task] < share * start[task], $"{method}, task {task}: {start[task]:R} to {end[task]:R}");
        }
    }

    [Fact]
    public void Fixed_weights_are_the_gradient_of_the_weighted_sum_with_and_without_products()
    {
        // By products each task is differentiated by itself; the weights are the same, and so is the step.
        TrainingData data = Problem().Data;
        TrainingOptions options = new() { MaxEpochs = 3, BatchSize = 50, CreateOptimizer = () => new Sgd<float>(0.01) };
        Network<float> plain = NewNetwork(), apart = NewNetwork();
        Trainer.Fit(plain, s_tasks, new FixedTaskWeights(1, 3, 0.5), data, null, options);
        Trainer.Fit(apart, s_tasks, new Apart(1, 3, 0.5), data, null, options);
        Assert.Equal(plain.Weights.ToArray(), apart.Weights.ToArray(), (x, y) => Math.Abs(x - y) < 1e-5);
        Assert.NotEqual(NewNetwork().Weights.ToArray(), plain.Weights.ToArray());
    }

    [Fact]
    public void One_task_is_the_training_that_it_always_was()
    {
        float[] features = Problem().Data.Features;
        TrainingData data = TrainingData.WithTargets(features, Features, [.. Enumerable.Range(0, Rows).Select(i => features[i * Features])]);
        Network<float> alone = NewNetwork(1), task = NewNetwork(1);
        TrainingOptions options = new() { MaxEpochs = 4, Seed = 5 };
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("squared");
        double expected = Trainer.Fit(alone, loss, data, null, options).BestScore;
        double actual = Trainer.Fit(task, [new TrainingTask(loss)], new FixedTaskWeights(1), data, null, options).BestScore;
        Assert.Equal(expected, actual, 1e-9);
        Assert.Equal(alone.Weights.ToArray(), task.Weights.ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        TrainingData data = Problem().Data;
        Assert.Equal("network", Refusal(NewNetwork(4), s_tasks, data).ParamName);
        Assert.Equal("data", Refusal(NewNetwork(2), s_tasks[..2], data).ParamName);
        Assert.Equal("tasks", Refusal(NewNetwork(), [], data).ParamName);
        data.Targets[2] = 0.5f;
        Assert.Contains("must be whole", Refusal(NewNetwork(), s_tasks, data).Message, StringComparison.Ordinal);
    }

    private static ArgumentException Refusal(Network<float> network, TrainingTask[] tasks, TrainingData data) =>
        Assert.Throws<ArgumentException>(
            () => Trainer.Fit(network, tasks, new FixedTaskWeights([.. tasks.Select(_ => 1.0)]), data, null, new TrainingOptions()));

    private static ITaskWeighting Weighting(string method) => method switch
    {
        "dynamic" => new DynamicWeightAverage(),
        "norms" => new GradientNormalisation(),
        "surgery" => new GradientSurgery(new RandomStream(1)),
        "vaccine" => new GradientVaccine(new RandomStream(1)),
        "bargain" => new NashBargainingWeights(),
        "aligned" => new AlignedWeights(),
        "adaptive" => new FastAdaptiveWeights(),
        _ => new FixedTaskWeights(1, 10, 1),
    };

    private static Network<float> NewNetwork(int outputs = 5) => Network<float>.Perceptron(
        new PerceptronOptions { Inputs = Features, Hidden = [16], Outputs = outputs, Activation = Activation.Tanh, Seed = 2 });

    private static (TrainingData Data, double[] Start) Problem()
    {
        RandomStream random = new(11);
        float[] features = new float[Rows * Features], targets = new float[Rows * 3];
        random.FillNormal(features);
        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<float> row = features.AsSpan(i * Features, Features);
            targets[3 * i] = row[0] - (0.5f * row[1]);
            targets[(3 * i) + 1] = row[1] + row[2];
            targets[(3 * i) + 2] = row[2] > 0.5f ? 2 : row[3] > 0 ? 1 : 0;
        }

        TrainingData data = TrainingData.WithTargets(features, new Shape(Features), targets, new Shape(3));
        return (data, LossesOf(NewNetwork(), data));
    }

    private static double[] LossesOf(Network<float> network, TrainingData data)
    {
        float[] outputs = network.Predict(data.Features);
        double[] losses = new double[3];
        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<float> row = outputs.AsSpan(i * 5, 5), targets = data.Targets.AsSpan(i * 3, 3);
            losses[0] += Math.Pow(row[0] - targets[0], 2) / Rows;
            double off = Math.Abs(row[1] - targets[1]);
            losses[1] += (off < 1 ? 0.5 * off * off : off - 0.5) / Rows;
            losses[2] += (Math.Log(Math.Exp(row[2]) + Math.Exp(row[3]) + Math.Exp(row[4])) - row[2 + (int)targets[2]]) / Rows;
        }

        return losses;
    }

    /// <summary>Fixed weights that ask for the products.</summary>
    private sealed class Apart(params double[] weights) : ITaskWeighting
    {
        public bool NeedsProducts => true;

        public void Weigh(in TaskState state, Span<double> weights1)
        {
            Assert.Equal(9, state.Products.Length);
            Assert.True(state.Products[0] > 0 && state.Products[1] == state.Products[3]);
            weights.CopyTo(weights1);
        }
    }
}
