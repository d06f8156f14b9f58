using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class CompositeLayerTests
{
    [Fact]
    public void Inner_layers_stand_indented_in_the_table_and_count_in_the_total()
    {
        // 3·4 + 4 = 16, 4·4 + 4 = 20, 4·2 + 2 = 10.
        const string Expected = """
            layer            output      parameters
            input            [batch, 3]           0
            sequential       [batch, 4]
              dense, tanh    [batch, 4]          16
              residual       [batch, 4]
                dense, relu  [batch, 4]          20
                dropout 0.5  [batch, 4]           0
            dense            [batch, 2]          10
            total                                46

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Nested().ToString());
    }

    [Fact]
    public void A_residual_layer_adds_its_input()
    {
        Residual<double> layer = new(new ActivationLayer<double>(Activation.Relu));
        Tape<double> tape = new();
        Tensor<double> output = layer.Forward(
            new ForwardPass<double>(tape), tape.Constant(new Shape(1, 3), [-1, 0.5, 2]));
        Assert.Equal([-1, 1, 4], output.Values.ToArray());
    }

    [Fact]
    public void A_residual_layer_refuses_layers_that_change_the_shape()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => new Network<float>(3, [new Residual<float>(new Dense<float>(3, 4))], seed: 0));
        Assert.Contains("they make [4] of [3]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_layer_draws_from_a_stream_of_its_own()
    {
        Network<float> nested = Nested();
        float[][] drawn = [.. nested.Parameters.Where(parameter => parameter.IsPenalized)
            .Select(parameter => parameter.Tensor.Values[..4].ToArray())];
        Assert.Equal(3, drawn.Length);
        Assert.Equal(12, drawn.SelectMany(numbers => numbers).Distinct().Count());
    }

    [Fact]
    public void The_tape_knows_which_layer_it_is_in()
    {
        List<string?> seen = [];
        Network<double> network = new(
            2,
            [
                new Dense<double>(2, 2), new ScopeLayer(seen),
                new Residual<double>(new ScopeLayer(seen), new Sequential<double>(new ScopeLayer(seen))),
                new ScopeLayer(seen),
            ],
            seed: 1);
        Tape<double> tape = new();
        network.Forward(tape, tape.Constant(new Shape(1, 2), [1, 2]));
        Assert.Equal(
            [
                "layer 2 (scope)", "layer 1 of residual (scope)", "layer 1 of sequential (scope)", "layer 4 (scope)",
            ],
            seen);
        Assert.Null(tape.Scope);
    }

    [Fact]
    public void Buffers_are_state_but_no_weights()
    {
        CountingLayer layer = new();
        Network<double> network = new(2, [new Dense<double>(2, 2), layer], seed: 1);
        Assert.Equal(6, network.ParameterCount);
        double[] before = network.State.ToArray();
        network.Forward(new Tape<double>(), new Tensor<double>(new Shape(1, 2), new double[2]), new RandomStream(1));
        Assert.Equal([1, 1], layer.Buffers[0].Tensor.Values.ToArray());
        Assert.Equal(before[..network.Weights.Length], network.Weights.ToArray());
        Assert.NotEqual(before, network.State.ToArray());
        before.CopyTo(network.State);
        Assert.Equal([0, 0], layer.Buffers[0].Tensor.Values.ToArray());
    }

    private static Network<float> Nested() => new(
        3,
        [
            new Sequential<float>(
                new Dense<float>(3, 4, Activation.Tanh),
                new Residual<float>(new Dense<float>(4, 4, Activation.Relu), new Dropout<float>(0.5))),
            new Dense<float>(4, 2),
        ],
        seed: 7);

    /// <summary>Writes down where the tape believes to be.</summary>
    private sealed class ScopeLayer(List<string?> seen) : Layer<double>
    {
        public override string Name => "scope";

        public override Tensor<double> Forward(in ForwardPass<double> pass, Tensor<double> input)
        {
            seen.Add(pass.Tape.Scope);
            return input;
        }
    }

    /// <summary>Counts the training passes in a buffer.</summary>
    private sealed class CountingLayer : Layer<double>
    {
        private readonly NetworkParameter<double> _count = new("count", new Shape(2), isPenalized: false);

        public override string Name => "counting";

        public override IReadOnlyList<NetworkParameter<double>> Buffers => [_count];

        public override Tensor<double> Forward(in ForwardPass<double> pass, Tensor<double> input)
        {
            foreach (ref double count in _count.Tensor.Values)
            {
                count += pass.IsTraining ? 1 : 0;
            }

            return input;
        }
    }
}
