using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>A case of a recurrent network, layer by layer and direction by direction.</summary>
internal sealed class RecurrentCase<T>(GoldenCase golden)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerProbe<T> _probe = new(golden);
    private readonly int _hidden = (int)golden.Argument("hidden_size", 0);
    private readonly int[] _axes = Flag(golden, "batch_first") ? [0, 1, 2] : [1, 0, 2];
    private readonly int[] _lengths = golden.Inputs.TryGetValue("lengths", out GoldenTensor? lengths)
        ? [.. lengths.Data.Select(length => (int)length)]
        : [];

    private Tape<T> Tape => _probe.Tape;

    private bool HasCell => golden.Operation == "LSTM";

    /// <summary>Computes everything.</summary>
    public Results Run()
    {
        int layers = (int)golden.Argument("num_layers", 1), directions = Flag(golden, "bidirectional") ? 2 : 1;
        Tensor<T> signal = _probe.Variable("input", _axes), states = _probe.Variable("h0");
        Tensor<T>? cells = HasCell ? _probe.Variable("c0") : null;
        List<Tensor<T>> lastStates = [], lastCells = [];
        for (int layer = 0; layer < layers; layer++)
        {
            Tensor<T>? both = null;
            for (int direction = 0; direction < directions; direction++)
            {
                int index = lastStates.Count;
                Tensor<T>? cell = cells is null ? null : Entry(cells, index);
                LstmResult<T> result = Direction(
                    signal, $"_l{layer}{(direction == 1 ? "_reverse" : "")}", Entry(states, index), cell, direction == 1);
                lastStates.Add(Tape.LastStep(result.States, _lengths, direction == 1));
                lastCells.Add(result.FinalCell);
                both = both is null ? result.States : Tape.Concatenate(-1, both, result.States);
            }

            signal = both!; // There is at least one direction.
        }

        _probe.Output("output", "grad_output", signal, _axes);
        _probe.Output("h_n", "grad_hn", Stack(lastStates));
        if (HasCell)
        {
            _probe.Output("c_n", "grad_cn", Stack(lastCells));
        }

        return _probe.Finish();
    }

    private static bool Flag(GoldenCase golden, string name) =>
        golden.TryArgument(name, out System.Text.Json.JsonElement flag) && flag.GetBoolean();

    private LstmResult<T> Direction(
        Tensor<T> input, string suffix, Tensor<T> state, Tensor<T>? cell, bool isReversed)
    {
        Tensor<T> ofInput = _probe.Variable($"params.weight_ih{suffix}", 1, 0);
        Tensor<T> ofState = _probe.Variable($"params.weight_hh{suffix}", 1, 0);
        Shape width = new(ofInput.Shape[1]);
        Tensor<T> bias = Zeros(width), recurrentBias = Zeros(width);
        if (_probe.Has($"params.bias_ih{suffix}"))
        {
            bias = _probe.Variable($"params.bias_ih{suffix}");
            recurrentBias = _probe.Variable($"params.bias_hh{suffix}");
        }

        switch (golden.Operation)
        {
            case "LSTM":
                return Tape.Lstm(
                    input, ofInput, ofState, Tape.Add(bias, recurrentBias), state, cell, _lengths, isReversed);
            case "GRU":
                // Of PyTorch's second bias, the parts of r and z are only added to the first.
                Tensor<T> joined = Tape.Add(bias, Tape.Multiply(recurrentBias, OnesUpTo(2 * _hidden, width)));
                Tensor<T> gates = Tape.Reshape(recurrentBias, new Shape(1, 3, _hidden));
                Tensor<T> apart = Tape.Reshape(Tape.LastStep(gates), new Shape(_hidden));
                return new(
                    Tape.Gru(input, ofInput, ofState, joined, apart, state, _lengths, isReversed), Zeros(width));
            default:
                Activation activation = golden.TryArgument("nonlinearity", out System.Text.Json.JsonElement word)
                    && word.GetString() == "relu" ? Activation.Relu : Activation.Tanh;
                Tensor<T> sum = Tape.Add(bias, recurrentBias);
                return new(
                    Tape.Rnn(input, ofInput, ofState, sum, activation, state, _lengths, isReversed), Zeros(width));
        }
    }

    /// <summary>One of the first axis's entries, as the last step of a sequence that ends there.</summary>
    private Tensor<T> Entry(Tensor<T> tensor, int index)
    {
        Shape shape = tensor.Shape;
        Tensor<T> rows = Tape.Reshape(tensor, new Shape(1, shape[0], shape[1] * shape[2]));
        return Tape.Reshape(Tape.LastStep(rows, [index + 1]), new Shape(shape[1], shape[2]));
    }

    private Tensor<T> Stack(List<Tensor<T>> entries)
    {
        Shape shape = entries[0].Shape;
        Tensor<T> row = Tape.Reshape(entries[0], new Shape(1, shape.Length));
        foreach (Tensor<T> entry in entries.Skip(1))
        {
            row = Tape.Concatenate(-1, row, Tape.Reshape(entry, new Shape(1, shape.Length)));
        }

        return Tape.Reshape(row, new Shape(entries.Count, shape[0], shape[1]));
    }

    private static Tensor<T> Zeros(Shape shape) => new(shape, new T[shape.Length]);

    private static Tensor<T> OnesUpTo(int end, Shape shape)
    {
        Tensor<T> ones = Zeros(shape);
        ones.Values[..end].Fill(T.One);
        return ones;
    }
}
