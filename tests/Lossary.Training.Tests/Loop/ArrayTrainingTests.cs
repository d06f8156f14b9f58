using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class ArrayTrainingTests
{
    private static readonly IArrayLoss Gaussian = (IArrayLoss)LossCatalogue.Create("gaussian");
    private static readonly IArrayLoss ListNet = (IArrayLoss)LossCatalogue.Create("listnet");
    private static readonly ArrayRoles Moments = new() { Outputs = ["mean", "log-variance"], Targets = ["target"] };
    private static readonly ArrayRoles Cut =
        new() { Outputs = ["score"], Targets = ["level"], Shared = "cut", SharedCount = 2 };

    private static readonly ArrayRoles Ranking = new() { Outputs = ["score"], Targets = ["relevance"], Groups = "query" };

    [Fact]
    public void A_mean_and_a_variance_are_learnt_from_samples()
    {
        // Targets 3 ± 2 in equal parts: the likelihood is best at mean 3 and variance 4.
        float[] features = [.. Enumerable.Repeat(1f, 40)], targets = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1f : 5f)];
        Network<float> network = new(1, [new Dense<float>(1, 2, Activation.None)], 3);
        Trainer.Fit(network, Gaussian, Moments, TrainingData.WithTargets(features, 1, targets), null, new TrainingOptions
        {
            MaxEpochs = 400,
            BatchSize = 40,
            CreateOptimizer = () => new Adam<float>(0.05),
        });
        float[] learnt = new float[2];
        network.Predict(features, [0], learnt);
        Assert.Equal(3, learnt[0], 0.02);
        Assert.Equal(Math.Log(4), learnt[1], 0.02);
    }

    [Fact]
    public void Thresholds_that_all_samples_share_are_learnt_with_their_scores()
    {
        // Of 40 rows that look alike 20, 10 and 10 are of the three classes: P(y = 0) = 1/2, P(y < 2) = 3/4.
        float[] features = [.. Enumerable.Repeat(1f, 40)];
        float[] levels = [.. Enumerable.Range(0, 40).Select(i => Math.Max(0f, (i % 4) - 1))];
        Network<float> network = new(1, [new Dense<float>(1, 1, Activation.None), new SharedOutputs<float>([0, 0])], 3);
        Trainer.Fit(
            network,
            (IArrayLoss)LossCatalogue.Create("cumulative-link"),
            Cut,
            TrainingData.WithTargets(features, 1, levels),
            null,
            new TrainingOptions { MaxEpochs = 400, BatchSize = 40, CreateOptimizer = () => new Adam<float>(0.05) });
        float[] learnt = new float[3];
        network.Predict(features, [0], learnt);
        Assert.Equal(0, learnt[1] - learnt[0], 0.02);
        Assert.Equal(Math.Log(3), Math.Log(1 + Math.Exp(learnt[2])), 0.02);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("cut", 0)]
    public void Shared_numbers_need_a_name_and_a_count(string? name, int count)
    {
        Network<float> network = new(1, [new Dense<float>(1, 1, Activation.None), new SharedOutputs<float>([0, 0])], 3);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Trainer.Fit(
            network,
            (IArrayLoss)LossCatalogue.Create("cumulative-link"),
            Cut with { Shared = name, SharedCount = count, Constants = Constants(name) },
            TrainingData.WithTargets([1f], 1, [1f]),
            null,
            new TrainingOptions()));
        Assert.StartsWith("Shared numbers need a name, a count and outputs of one number each", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_numbers_follow_those_of_each_sample()
    {
        Network<float> network = new(2, [new SharedOutputs<float>([5, -6])], 1);
        float[] outputs = new float[8];
        network.Predict([1, 2, 3, 4], [0, 1], outputs);
        Assert.Equal([1, 2, 5, -6, 3, 4, 5, -6], outputs);
    }

    [Fact]
    public void Samples_of_no_weight_teach_nothing()
    {
        float[] features = [1, 1, 1, 1], targets = [1, 5, 900, 900];
        Network<float> network = new(1, [new Dense<float>(1, 2, Activation.None)], 3);
        TrainingData data = TrainingData.WithTargets(features, 1, targets, weights: [1, 1, 0, 0]);
        Trainer.Fit(network, Gaussian, Moments, data, null, new TrainingOptions
        {
            MaxEpochs = 600,
            BatchSize = 4,
            CreateOptimizer = () => new Adam<float>(0.05),
        });
        float[] learnt = new float[2];
        network.Predict(features, [0], learnt);
        Assert.Equal(3, learnt[0], 0.02);
    }

    [Fact]
    public void Rows_are_put_in_order_within_their_groups()
    {
        RandomStream random = new(5);
        float[] features = [.. Enumerable.Range(0, 60).Select(_ => (float)random.NextNormal())];
        int[] groups = [.. Enumerable.Range(0, 60).Select(i => i % 12)];
        float[] grades = [.. features.Select((x, i) => (float)features.Index()
            .Count(other => groups[other.Index] == groups[i] && other.Item < x))];
        Network<float> network = new(1, [new Dense<float>(1, 1, Activation.None)], 3);
        Trainer.Fit(
            network, ListNet, Ranking, TrainingData.WithTargets(features, 1, grades).WithGroups(groups), null,
            new TrainingOptions { MaxEpochs = 60, BatchSize = 8, CreateOptimizer = () => new Adam<float>(0.05) });
        float[] scores = new float[60];
        network.Predict(features, [.. Enumerable.Range(0, 60)], scores);
        Assert.Equal(1, QueryMetrics.OrderedPairs(
            Array.ConvertAll(scores, score => (double)score), Array.ConvertAll(grades, grade => (double)grade), groups));
    }

    [Fact]
    public void A_batch_holds_whole_groups()
    {
        int[] groups = [.. Enumerable.Range(0, 30).Select(i => i % 7)];
        TrainingData data = TrainingData.WithTargets(new float[30], 1, new float[30]).WithGroups(groups);
        SampleOrder order = new(data);
        order.Shuffle(new RandomStream(2));
        List<int> seen = [];
        for (int start = 0; start < order.Count;)
        {
            int[] batch = order.Batch(start, 6).ToArray();
            Assert.InRange(batch.Length, 1, 10);
            Assert.Empty(batch.Select(row => groups[row]).Intersect(seen.Select(row => groups[row])));
            seen.AddRange(batch);
            start += batch.Length;
        }

        Assert.Equal(Enumerable.Range(0, 30), seen.Order());
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        TrainingData data = TrainingData.WithTargets([1, 2, 3], 1, [1, 2, 3]);
        Network<float> one = new(1, [new Dense<float>(1, 1, Activation.None)], 3);
        string Refusal(IArrayLoss loss, ArrayRoles roles) => Assert.Throws<ArgumentException>(
            () => Trainer.Fit(one, loss, roles, data, null, new TrainingOptions { CreateOptimizer = () => new Sgd<float>(0.1) })).Message;
        Assert.Contains("The roles name 2 outputs; the network has 1.", Refusal(Gaussian, Moments), StringComparison.Ordinal);
        Assert.Contains("listnet takes groups by 'query'; the data has none.", Refusal(ListNet, Ranking), StringComparison.Ordinal);
        Assert.Contains(
            "gaussian takes mean, log-variance, target; the roles name score, relevance, query.",
            Refusal(Gaussian, Ranking),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => data.WithGroups([0, 1]));
        Assert.Throws<ArgumentException>(() => data.WithGroups([0, -1, 1]));
    }

    private static Dictionary<string, Tensor<float>> Constants(string? shared) =>
        shared is null ? new() { ["cut"] = new Tensor<float>(new Shape(2), new float[2]) } : [];
}
