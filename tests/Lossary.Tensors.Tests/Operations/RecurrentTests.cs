using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class RecurrentTests
{
    private const int Batch = 18, Time = 4, Inputs = 3, Hidden = 5;

    /// <summary>One sequence ends early, one after its first step; two chunks.</summary>
    private static readonly int[] Lengths = [4, 3, 1, 4, 2, 4, 4, 3, 2, 1, 4, 4, 3, 2, 4, 4, 1, 3];

    public static TheoryData<bool, bool> Orders => new()
    {
        { false, false },
        { false, true },
        { true, false },
        { true, true },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Rnn_with_tanh(bool hasLengths, bool isReversed)
    {
        Weights w = new(gates: 1);
        Check(
            tape => tape.Weighed(tape.Rnn(
                w.Input, w.OfInput, w.OfState, w.Bias, Activation.Tanh, w.State, LengthsIf(hasLengths), isReversed)),
            w.Input, w.OfInput, w.OfState, w.Bias, w.State);
    }

    [Fact]
    public void Rnn_with_relu()
    {
        Weights w = new(gates: 1);
        Check(
            tape => tape.Weighed(tape.Rnn(w.Input, w.OfInput, w.OfState, w.Bias, Activation.Relu, w.State, Lengths)),
            w.Input, w.OfInput, w.OfState, w.Bias, w.State);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Gru(bool hasLengths, bool isReversed)
    {
        Weights w = new(gates: 3);
        Check(
            tape => tape.Weighed(tape.Gru(
                w.Input, w.OfInput, w.OfState, w.Bias, w.ApartBias, w.State, LengthsIf(hasLengths), isReversed)),
            w.Input, w.OfInput, w.OfState, w.Bias, w.ApartBias, w.State);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Lstm_states(bool hasLengths, bool isReversed)
    {
        Weights w = new(gates: 4);
        Check(
            tape => tape.Weighed(tape.Lstm(
                w.Input, w.OfInput, w.OfState, w.Bias, w.State, w.Cell, LengthsIf(hasLengths), isReversed).States),
            w.Input, w.OfInput, w.OfState, w.Bias, w.State, w.Cell);
    }

    [Fact]
    public void Lstm_final_cell_alone_and_with_the_last_state()
    {
        Weights w = new(gates: 4);
        Tensor<double>[] variables = [w.Input, w.OfInput, w.OfState, w.Bias, w.State, w.Cell];
        LstmResult<double> Lstm(Tape<double> tape) => tape.Lstm(
            w.Input, w.OfInput, w.OfState, w.Bias, w.State, w.Cell, Lengths);
        Check(tape => tape.Weighed(Lstm(tape).FinalCell), variables);
        Check(
            tape =>
            {
                LstmResult<double> result = Lstm(tape);
                return tape.Add(tape.Weighed(tape.LastStep(result.States, Lengths)), tape.Weighed(result.FinalCell));
            },
            variables);
    }

    private static ReadOnlySpan<int> LengthsIf(bool hasLengths) => hasLengths ? Lengths : default;

    private sealed class Weights(int gates)
    {
        public Tensor<double> Input { get; } = Variable(new Shape(Batch, Time, Inputs), 1);

        public Tensor<double> OfInput { get; } = Variable(new Shape(Inputs, gates * Hidden), 2);

        public Tensor<double> OfState { get; } = Variable(new Shape(Hidden, gates * Hidden), 3);

        public Tensor<double> Bias { get; } = Variable(new Shape(gates * Hidden), 4);

        public Tensor<double> ApartBias { get; } = Variable(new Shape(Hidden), 5);

        public Tensor<double> State { get; } = Variable(new Shape(Batch, Hidden), 6);

        public Tensor<double> Cell { get; } = Variable(new Shape(Batch, Hidden), 7);
    }
}
