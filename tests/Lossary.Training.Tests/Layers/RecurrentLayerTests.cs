using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class RecurrentLayerTests
{
    private static readonly Shape Sample = new(5, 3);

    [Fact]
    public void The_table_says_how_a_network_is_built()
    {
        RecurrentOptions options = new() { Layers = 2, IsBidirectional = true, GivesLastState = true };

        // Each direction: 4 · (3 · 8 + 8 · 8 + 8) = 384 below, 4 · (16 · 8 + 8 · 8 + 8) = 800 above.
        const string Expected = """
            layer                                       output         parameters
            input                                       [batch, 5, 3]           0
            bidirectional LSTM 8, 2 layers, last state  [batch, 16]         2,368
            dense                                       [batch, 1]             17
            total                                                           2,385

            """;
        Network<float> network = new(Sample, [new Lstm<float>(3, 8, options), new Dense<float>(16, 1)], seed: 1);
        Assert.Equal(Expected.ReplaceLineEndings("\n"), network.ToString());
        Assert.Equal("layer 2 reversed recurrent weights", network.Parameters[10].Name);
    }

    [Theory]
    [InlineData("RNN 4")]
    [InlineData("GRU 4")]
    [InlineData("LSTM 4")]
    public void Only_steps_within_a_length_matter(string name)
    {
        RecurrentOptions options = new() { Layers = 2, IsBidirectional = true, GivesLastState = true };
        Layer<double> layer = name switch
        {
            "RNN 4" => new Rnn<double>(3, 4, Activation.Relu, options),
            "GRU 4" => new Gru<double>(3, 4, options),
            _ => new Lstm<double>(3, 4, options),
        };
        Assert.Contains(name, layer.Name, StringComparison.Ordinal);
        Network<double> network = new(Sample, [layer], seed: 2);
        double[] numbers = [.. Enumerable.Range(0, 30).Select(i => Math.Sin(i))];
        int[] lengths = [2, 5];
        double[] Run()
        {
            Tape<double> tape = new();
            ForwardPass<double> pass = new(tape, noise: null, lengths);
            return network.Forward(in pass, tape.Constant(new Shape(2, 5, 3), numbers)).Values.ToArray();
        }

        double[] before = Run();
        numbers.AsSpan(2 * 3, 3 * 3).Fill(9);
        Assert.Equal(before, Run());
        numbers[0] = 2;
        Assert.NotEqual(before[..8], Run()[..8]);
        Assert.Equal(before[8..], Run()[8..]);
    }

    [Fact]
    public void Reading_in_pieces_from_the_kept_state_is_reading_at_once()
    {
        Lstm<double> layer = new(3, 4, new RecurrentOptions { Layers = 2 });
        Network<double> network = new(Sample, [layer], seed: 3);
        double[] numbers = [.. Enumerable.Range(0, 15).Select(i => Math.Cos(i))];
        Tape<double> tape = new();
        ForwardPass<double> pass = new(tape);
        double[] whole = network.Forward(tape, tape.Constant(new Shape(1, 5, 3), numbers)).Values.ToArray();
        RecurrentState<double> state = layer.NewState();
        double[] first = layer.Forward(in pass, tape.Constant(new Shape(1, 2, 3), numbers.AsSpan(0, 6)), state).Values.ToArray();
        double[] second = layer.Forward(in pass, tape.Constant(new Shape(1, 3, 3), numbers.AsSpan(6)), state).Values.ToArray();
        Assert.Equal(whole, first.Concat(second));
    }

    [Fact]
    public void Dropout_between_layers_acts_while_training_only()
    {
        Network<double> network = new(
            Sample, [new Gru<double>(3, 16, new RecurrentOptions { Layers = 2, Dropout = 0.5 })], seed: 4);
        double[] Run(RandomStream? noise)
        {
            Tape<double> tape = new();
            return network.Forward(tape, tape.Constant(new Shape(1, 5, 3), Enumerable.Repeat(0.5, 15).ToArray()), noise)
                .Values.ToArray();
        }

        Assert.Equal(Run(null), Run(null));
        Assert.NotEqual(Run(null), Run(new RandomStream(5)));
    }

    [Fact]
    public void A_forget_gate_starts_open()
    {
        Network<double> network = new(Sample, [new Lstm<double>(3, 2)], seed: 5);
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0], network.Parameters[2].Tensor.Values.ToArray());
    }

    [Fact]
    public void Samples_of_another_width_are_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => new Network<float>(new Shape(5, 4), [new Gru<float>(3, 8)], seed: 0));
        Assert.Contains("takes sequences of rows of 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("gets samples of [5, 4]", refusal.Message, StringComparison.Ordinal);
    }
}
