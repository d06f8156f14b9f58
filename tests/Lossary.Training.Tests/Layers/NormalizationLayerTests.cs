using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class NormalizationLayerTests
{
    [Fact]
    public void A_network_lists_them_with_their_parameters()
    {
        // Scale and shift: 2·6 each for batch and group norm, 2·(4·6) for the layer norm of whole samples.
        Network<float> network = new(
            new Shape(4, 6),
            [new BatchNorm<float>(6), new GroupNorm<float>(3, 6), new LayerNorm<float>(new Shape(4, 6))], seed: 1);
        const string Expected = """
            layer         output         parameters
            input         [batch, 4, 6]           0
            batch norm    [batch, 4, 6]          12
            group norm 3  [batch, 4, 6]          12
            layer norm    [batch, 4, 6]          48
            total                                72

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), network.ToString());
        Assert.Equal([6, 6, 1], network.Buffers.Select(buffer => buffer.Shape.Length));
    }

    [Fact]
    public void Batch_norm_learns_its_statistics_in_training_and_uses_them_in_inference()
    {
        // By hand: means 2 and 6, variances with n − 1 of 2 and 8; moved by a half from 0 and 1, twice.
        BatchNorm<double> layer = new(1, momentum: 0.5, epsilon: 0);
        Network<double> network = new(1, [layer], seed: 1);
        Assert.Equal([-1, 1], Forward(network, [1, 3], new RandomStream(1)));
        Assert.Equal([-1, 1], Forward(network, [4, 8], new RandomStream(1)));
        Assert.Equal([3.5], layer.Buffers[0].Tensor.Values.ToArray());
        Assert.Equal([4.75], layer.Buffers[1].Tensor.Values.ToArray());
        Assert.Equal([0.5 / Math.Sqrt(4.75)], Forward(network, [4], noise: null), (x, y) => Math.Abs(x - y) <= 1e-15);
        Assert.Equal([3.5], layer.Buffers[0].Tensor.Values.ToArray());
    }

    [Fact]
    public void Without_momentum_the_statistics_are_means_over_all_batches()
    {
        // By hand: means 2, 6 and 1, of which the mean is 3.
        BatchNorm<double> layer = new(1, momentum: null);
        Network<double> network = new(1, [layer], seed: 1);
        foreach (double[] batch in (double[][])[[1, 3], [4, 8], [0, 2]])
        {
            Forward(network, batch, new RandomStream(1));
        }

        Assert.Equal(3, layer.Buffers[0].Tensor.Scalar, 1e-15);
        Assert.Equal(3, layer.Buffers[2].Tensor.Scalar);
    }

    [Fact]
    public void Without_statistics_inference_looks_at_the_batch()
    {
        Network<double> network = new(1, [new BatchNorm<double>(1, epsilon: 0, keepsStatistics: false)], seed: 1);
        Assert.Empty(network.Buffers);
        Assert.Equal([-1, 1], Forward(network, [5, 7], noise: null));
    }

    [Fact]
    public void An_embedding_starts_normally_distributed_but_for_its_padding()
    {
        Embedding<double> layer = new(500, 40, padding: 3);
        Network<double> network = new(7, [layer], seed: 1);
        double[] table = layer.Parameters[0].Tensor.Values.ToArray();
        Assert.All(table[120..160], value => Assert.Equal(0, value));
        // 19,960 draws: the standard deviations of mean and mean square are about 0.007 and 0.01.
        Assert.Equal(0, table.Average(), 0.03);
        Assert.Equal(1, table.Average(value => value * value), 0.05);
        Assert.Equal("embedding of 500", layer.Name);
        Tensor<double> output = network.Forward(
            new Tape<double>(), new Tensor<double>(new Shape(1, 7), (double[])[0, 1, 2, 3, 4, 499, 3]));
        Assert.Equal(new Shape(1, 7, 40), output.Shape);
        Assert.Equal(table[^40..], output.Values[200..240].ToArray());
    }

    [Fact]
    public void Samples_of_another_shape_are_refused()
    {
        Refused("The batch norm takes 3 channels, but gets samples of [4].", new BatchNorm<float>(3));
        Refused("The group norm takes 6 channels, but gets samples of [4].", new GroupNorm<float>(2, 6));
        Refused("The layer norm goes over last axes of [3], but gets samples of [4].", new LayerNorm<float>(3));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new GroupNorm<float>(4, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNorm<float>(3, momentum: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Embedding<float>(3, 2, padding: 3));
        Assert.Throws<ArgumentException>(() => new LayerNorm<float>(new Shape(0)));
    }

    private static double[] Forward(Network<double> network, double[] batch, RandomStream? noise) => network.Forward(
        new Tape<double>(), new Tensor<double>(new Shape(batch.Length, 1), batch), noise).Values.ToArray();

    private static void Refused(string message, Layer<float> layer) => Assert.StartsWith(
        message, Assert.Throws<ArgumentException>(() => new Network<float>(4, [layer], seed: 1)).Message,
        StringComparison.Ordinal);
}
