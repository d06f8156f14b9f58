using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Training.Tests;

/// <summary>Whole trainings, large enough to be shared between threads: the weights' SHA-256 must not move.</summary>
public sealed class ReproducibilityTests
{
    private const int Samples = 96;
    private const int Classes = 5;

    private static readonly TrainingOptions Options = new()
    {
        MaxEpochs = 2,
        BatchSize = 48,
        Seed = 4,
        MaxGradientNorm = 1,
        CreateOptimizer = () => new AdamW<float>(1e-3),
    };

    [Fact]
    public void A_convolutional_network() => Check(() => Images(new Network<float>(
        new Shape(20, 20, 3),
        [
            new Conv2d<float>(3, 32, 3, Activation.Relu),
            new BatchNorm<float>(32),
            new MaxPool<float>(2),
            new Conv2d<float>(32, 48, 3, Activation.Gelu),
            new GroupNorm<float>(4, 48),
            new Flatten<float>(),
            new Dense<float>(48 * 49, 128, Activation.Relu),
            new Dropout<float>(0.2),
            new Dense<float>(128, Classes),
        ],
        seed: 1)));

    [Fact]
    public void A_recurrent_network() => Check(() => Words(new Network<float>(
        new Shape(24, 1),
        [
            new Flatten<float>(),
            new Embedding<float>(Classes, 32),
            new Lstm<float>(32, 64, new RecurrentOptions { Layers = 2, IsBidirectional = true, Dropout = 0.1 }),
            new Gru<float>(128, 64),
            new Dense<float>(64, Classes),
        ],
        seed: 2)));

    [Fact]
    public void A_transformer() => Check(() => Words(new Network<float>(
        new Shape(24, 1),
        [
            new Flatten<float>(),
            new Embedding<float>(Classes, 64),
            new SinusoidalPositions<float>(64, 24),
            new TransformerBlock<float>(64, 4, new TransformerOptions { IsCausal = true, Dropout = 0.1 }),
            new TransformerBlock<float>(64, 4, new TransformerOptions { IsPreNorm = true }),
            new LayerNorm<float>(64),
            new Dense<float>(64, Classes),
        ],
        seed: 3)));

    private static Network<float> Images(Network<float> network)
    {
        float[] features = new float[Samples * network.Inputs];
        new RandomStream(5).FillNormal(features.AsSpan());
        return Train(network, TrainingData.WithClasses(
            features, network.InputShape, Labels(Samples), new Shape(1), Rows()));
    }

    /// <summary>Sequences of 8 to 24 words; each word is to be told from itself and those before it.</summary>
    private static Network<float> Words(Network<float> network)
    {
        int[] words = Labels(Samples * 24);
        float[] features = [.. words.Select(word => (float)word)];
        int[] lengths = [.. Rows().Select(row => 8 + (row % 17))];
        return Train(network, TrainingData.WithClasses(
            features, network.InputShape, words, new Shape(24), Rows()).WithLengths(lengths));
    }

    private static Network<float> Train(Network<float> network, TrainingData data)
    {
        TrainingResult result = Trainer.Fit(
            network, LossCatalogue.Create<IClassLoss>("cross-entropy"), data, null, Options);
        Assert.Null(result.Failure);
        Assert.Equal(2, result.Epochs);
        return network;
    }

    private static int[] Rows() => [.. Enumerable.Range(0, Samples)];

    private static int[] Labels(int count)
    {
        RandomStream random = new(6);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextInt(Classes))];
    }

    private static void Check(Func<Network<float>> train)
    {
        string first = Trained(1);
        Assert.All([1, 2, 3, 4, 2], threads => Assert.Equal(first, Trained(threads)));

        string Trained(int threads) => Threads.Run(
            threads, () => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(train().State))));
    }
}
