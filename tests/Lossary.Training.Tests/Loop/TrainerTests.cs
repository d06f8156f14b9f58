using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class TrainerTests
{
    [Fact]
    public void A_linear_problem_is_learnt()
    {
        Network<float> network = Problems.LinearModel();
        TrainingResult result = Trainer.Fit(network, Problems.Squared, Problems.Linear(), null, new TrainingOptions
        {
            MaxEpochs = 200,
            CreateOptimizer = () => new Adam<float>(0.02),
        });
        Assert.Equal(StopReason.Completed, result.Stopped);
        Assert.Equal(200, result.Epochs);
        Assert.Equal(200, result.History.Count);
        float[] weights = network.Parameters[0].Tensor.Values.ToArray();
        Assert.Equal(2, weights[0], 1e-3);
        Assert.Equal(-1, weights[1], 1e-3);
        Assert.Equal(0, weights[2], 1e-3);
        Assert.Equal(0.5, network.Parameters[1].Tensor.Values[0], 1e-3);
        Assert.True(result.BestScore < 1e-6, $"the best score is {result.BestScore}");
    }

    [Fact]
    public void The_gradient_of_each_layers_weights_is_told_by_epoch()
    {
        // One batch an epoch and a rate of 0: the gradient at the initial weights, by hand 2/n Σ r x.
        float[] features = [1, 2, -1, 0.5f, 3, -2], targets = [1, 0, 2];
        Network<float> network = new(2, [new Dense<float>(2, 1, Activation.None)], 3);
        float[] weights = network.Parameters[0].Tensor.Values.ToArray(), predictions = new float[3];
        network.Predict(features, [0, 1, 2], predictions);
        double[] slopes = [.. Enumerable.Range(0, 2).Select(j =>
            Enumerable.Range(0, 3).Sum(i => 2.0 / 3 * (predictions[i] - targets[i]) * features[(2 * i) + j]))];
        TrainingResult result = Trainer.Fit(
            network, Problems.Squared, TrainingData.WithTargets(features, 2, targets), null,
            new TrainingOptions { MaxEpochs = 2, CreateOptimizer = () => new Sgd<float>(1e-30) });

        Assert.Equal(weights, network.Parameters[0].Tensor.Values.ToArray());
        Assert.All(result.History, epoch => Assert.Equal(
            Math.Sqrt((slopes[0] * slopes[0]) + (slopes[1] * slopes[1])), Assert.Single(epoch.LayerGradientNorms), 1e-6));
    }

    [Fact]
    public void Layers_without_weights_have_no_gradient_to_tell_of()
    {
        Network<float> network = Network<float>.Perceptron(
            new PerceptronOptions { Inputs = 3, Hidden = [5, 4], Dropout = 0.1, Seed = 2 });
        TrainingResult result = Trainer.Fit(
            network, Problems.Squared, Problems.Linear(), null, new TrainingOptions { MaxEpochs = 3 });

        Assert.All(result.History, epoch => Assert.Equal(3, epoch.LayerGradientNorms.Count));
        Assert.All(result.History.SelectMany(epoch => epoch.LayerGradientNorms), norm => Assert.True(norm > 0));
    }

    [Fact]
    public void Classes_are_learnt()
    {
        float[] features = [.. Enumerable.Range(0, 90).Select(i => (i % 3) - 1f + (0.001f * i))];
        int[] classes = [.. Enumerable.Range(0, 90).Select(i => i % 3)];
        int[] rows = [.. Enumerable.Range(0, 90)];
        Network<float> network = Network<float>.Perceptron(
            new PerceptronOptions { Inputs = 1, Hidden = [16], Outputs = 3, Seed = 2 });
        TrainingResult result = Trainer.Fit(
            network, new SoftmaxLoss(), TrainingData.WithClasses(features, 1, classes, rows), null,
            new TrainingOptions { MaxEpochs = 100, CreateOptimizer = () => new Adam<float>(0.02) });
        float[] scores = new float[270];
        network.Predict(features, rows, scores);
        Assert.True(result.BestScore < 0.2, $"the best score is {result.BestScore}");
        Assert.All(rows, i => Assert.Equal(scores[(3 * i)..((3 * i) + 3)].Max(), scores[(3 * i) + classes[i]]));
    }

    [Fact]
    public void The_same_seeds_give_the_same_bits_again_and_on_two_threads_at_once()
    {
        float[] expected = Trained();
        Assert.Equal(expected, Trained());
        float[][] side = new float[2][];
        Parallel.For(0, 2, i => side[i] = Trained());
        Assert.Equal(expected, side[0]);
        Assert.Equal(expected, side[1]);
        Assert.NotEqual(expected, Trained(seed: 8));

        static float[] Trained(ulong seed = 7)
        {
            Network<float> network = Problems.Perceptron();
            Trainer.Fit(
                network, Problems.Squared, Problems.Linear(), null, new TrainingOptions { MaxEpochs = 5, Seed = seed });
            return network.Weights.ToArray();
        }
    }

    [Fact]
    public void Every_loss_sees_the_batches_in_the_same_order()
    {
        Assert.Equal(OrderSeen(1), OrderSeen(2));

        static List<float> OrderSeen(double factor)
        {
            RecordingLoss loss = new(factor);
            TrainingOptions options = new() { MaxEpochs = 3, Seed = 5 };
            Trainer.Fit(Problems.LinearModel(), loss, Problems.Linear(70), null, options);
            return loss.Targets;
        }
    }

    [Fact]
    public void An_epoch_sees_every_row_once_in_an_order_of_its_own()
    {
        TrainingData data = Problems.Linear(70);
        RecordingLoss loss = new(1);
        Trainer.Fit(
            Problems.LinearModel(), loss, data, null, new TrainingOptions { MaxEpochs = 2, BatchSize = 32, Seed = 5 });
        // 70 rows in batches of 32, 32 and the 6 that are left.
        Assert.Equal([32, 32, 6, 32, 32, 6], loss.BatchSizes);
        Assert.Equal(data.Targets.Order(), loss.Targets.Take(70).Order());
        Assert.NotEqual(loss.Targets.Take(70), loss.Targets.Skip(70));
    }

    [Fact]
    public void A_step_in_steady_state_allocates_nothing()
    {
        TrainingData data = Problems.Linear();
        TrainingOptions options = new() { L1 = 1e-4, L2 = 1e-4, MaxGradientNorm = 1, MaxGradientValue = 1 };
        TrainingStep step = new(
            Problems.Perceptron(), new SampleObjective(Problems.Squared), data, options, new RandomStream(1));
        for (int i = 0; i < 200; i++)
        {
            step.Take(data.Rows.AsSpan(0, i % 2 == 0 ? 32 : 17));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            step.Take(data.Rows.AsSpan(0, i % 2 == 0 ? 32 : 17));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Weights_count_as_so_many_rows()
    {
        TrainingData data = Problems.Linear(8);
        TrainingData weighted = TrainingData.WithTargets(
            data.Features, data.Width, data.Targets, [0, 1], [3, 1, 1, 1, 1, 1, 1, 1]);
        TrainingData repeated = TrainingData.WithTargets(data.Features, data.Width, data.Targets, [0, 0, 0, 1]);
        TrainingOptions options = new() { MaxEpochs = 20, CreateOptimizer = () => new Sgd<float>(0.05) };
        Network<float> first = Problems.LinearModel(), second = Problems.LinearModel();
        Trainer.Fit(first, Problems.Squared, weighted, null, options);
        Trainer.Fit(second, Problems.Squared, repeated, null, options);
        for (int i = 0; i < first.Weights.Length; i++)
        {
            Assert.Equal(second.Weights[i], first.Weights[i], 1e-5f);
        }
    }

    [Fact]
    public void An_L1_penalty_keeps_a_useless_weight_at_0()
    {
        Network<float> network = Problems.LinearModel();
        Trainer.Fit(network, Problems.Squared, Problems.Linear(), null, new TrainingOptions
        {
            MaxEpochs = 100,
            L1 = 0.1,
            CreateOptimizer = () => new Sgd<float>(0.01),
        });
        float[] weights = network.Parameters[0].Tensor.Values.ToArray();
        Assert.Equal(0, weights[2], 5e-3);
        // The penalty pulls the useful ones towards 0: with E[x²] = 1/3 by 0.1 / (2/3) = 0.15.
        Assert.Equal(1.85, weights[0], 0.05);
        Assert.Equal(-0.85, weights[1], 0.05);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        TrainingData data = Problems.Linear(10);
        TrainingData classes = TrainingData.WithClasses(data.Features, 3, new int[10], [0]);
        Network<float> wrongWidth = Network<float>.Perceptron(new PerceptronOptions { Inputs = 4 });
        Network<float> twoOutputs = Network<float>.Perceptron(new PerceptronOptions { Inputs = 3, Outputs = 2 });
        TrainingOptions options = new();
        Refused("takes samples of [4], the data has samples of [3]", wrongWidth, data);
        Refused("each of the 1 targets of a sample; this one has 2", twoOutputs, data);
        Refused("needs numeric targets", Problems.LinearModel(), classes);
        Assert.Throws<ArgumentException>(() => Trainer.Fit(twoOutputs, new SoftmaxLoss(), data, null, options));

        void Refused(string because, Network<float> network, TrainingData given)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(
                () => Trainer.Fit(network, Problems.Squared, given, null, options));
            Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        }
    }
}
