using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class NetworkTests
{
    private static readonly PerceptronOptions Tabular = new() { Inputs = 13, Hidden = [64, 32], Seed = 1 };

    [Fact]
    public void The_table_names_layers_shapes_and_parameters()
    {
        // 13·64 + 64 = 896, 64·32 + 32 = 2,080, 32 + 1 = 33.
        const string Expected = """
            layer        output       parameters
            input        [batch, 13]           0
            dense, relu  [batch, 64]         896
            dropout 0.1  [batch, 64]           0
            dense, relu  [batch, 32]       2,080
            dropout 0.1  [batch, 32]           0
            dense        [batch, 1]           33
            total                          3,009

            """;
        Assert.Equal(
            Expected.ReplaceLineEndings("\n"), Network<float>.Perceptron(Tabular with { Dropout = 0.1 }).ToString());
    }

    [Fact]
    public void Parameters_are_parts_of_the_flat_memory()
    {
        Network<float> network = Network<float>.Perceptron(Tabular);
        network.Weights.Fill(3);
        Assert.All(
            network.Parameters,
            parameter => Assert.All(parameter.Tensor.Values.ToArray(), value => Assert.Equal(3, value)));
        Assert.Equal(3009, network.ParameterCount);
        Assert.Equal(network.Weights.Length, network.Gradients.Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        float[] first = Network<float>.Perceptron(Tabular).Weights.ToArray();
        Assert.Equal(first, Network<float>.Perceptron(Tabular).Weights.ToArray());
        Assert.NotEqual(first, Network<float>.Perceptron(Tabular with { Seed = 2 }).Weights.ToArray());
    }

    [Theory]
    [InlineData("relu", null, Initialization.He, 6.0 / 200)]
    [InlineData("tanh", null, Initialization.Xavier, 6.0 / 300)]
    [InlineData("relu", Initialization.Small, Initialization.Small, 1.0 / 200)]
    public void Initial_weights_are_uniform_within_the_bound_of_their_rule(
        string activation, Initialization? asked, Initialization rule, double squaredBound)
    {
        const int Inputs = 200, Outputs = 100;
        Dense<double> layer = new(Inputs, Outputs, Activation.Parse(activation), asked);
        _ = new Network<double>(Inputs, [layer], seed: 9);
        double bound = Math.Sqrt(squaredBound);
        double[] weights = layer.Parameters[0].Tensor.Values.ToArray();
        Assert.Equal(rule, layer.Initialization);
        Assert.All(weights, weight => Assert.InRange(weight, -bound, bound));
        // A uniform variable's standard deviation is bound/√3; of 20,000 draws the estimate errs by about 0.5 %.
        Assert.Equal(bound / Math.Sqrt(3), Math.Sqrt(weights.Average(weight => weight * weight)), 0.02 * bound);
        Assert.All(layer.Parameters[1].Tensor.Values.ToArray(), bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void The_output_bias_is_what_was_asked_for()
    {
        Network<float> network = Network<float>.Perceptron(Tabular with { Outputs = 2, OutputBias = [1.5, -2] });
        Assert.Equal([1.5f, -2], network.Parameters[^1].Tensor.Values.ToArray());
        Assert.Throws<ArgumentException>(() => Network<float>.Perceptron(Tabular with { OutputBias = [1, 2] }));
    }

    [Fact]
    public void Without_rows_all_samples_are_predicted()
    {
        Network<float> network = Network<float>.Perceptron(Tabular);
        float[] features = [.. Enumerable.Range(0, 3 * 13).Select(i => 0.1f * i)], expected = new float[3];
        network.Predict(features, [0, 1, 2], expected);
        Assert.Equal(expected, network.Predict(features));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => network.Predict(features.AsSpan(1)));
        Assert.Contains(
            "features has 38 elements; samples of [13] need a multiple of 13.", refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_do_not_depend_on_how_rows_are_batched()
    {
        Network<float> network = Network<float>.Perceptron(Tabular with { Dropout = 0.5 });
        Random random = new(1);
        float[] features = [.. Enumerable.Range(0, 600 * 13).Select(_ => random.NextSingle())];
        int[] rows = [.. Enumerable.Range(0, 600)];
        float[] together = new float[600], alone = new float[1];
        network.Predict(features, rows, together);
        foreach (int row in (int[])[0, 255, 256, 599])
        {
            network.Predict(features, [row], alone);
            Assert.Equal(together[row], alone[0]);
        }
    }

    [Fact]
    public void An_output_of_the_wrong_length_is_refused()
    {
        Network<float> network = Network<float>.Perceptron(Tabular);
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => network.Predict(new float[26], [0, 1], new float[3]));
        Assert.Contains(
            "output has 3 elements; 2 rows of 1 predictions need 2.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new Network<float>(3, [new Dense<float>(3, 4), new Dense<float>(5, 1)], seed: 0));
        Assert.Contains(
            "The dense layer takes rows of 5, but gets samples of [4].", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_belongs_to_one_network()
    {
        Dense<float> layer = new(3, 1);
        Assert.Throws<InvalidOperationException>(() => layer.Parameters[0].Tensor);
        _ = new Network<float>(3, [layer], seed: 0);
        Assert.Throws<InvalidOperationException>(() => new Network<float>(3, [layer], seed: 0));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    public void A_probability_of_dropping_must_be_below_1(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout<float>(probability));
}
