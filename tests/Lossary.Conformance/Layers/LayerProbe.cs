using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// A case of a layer on this library's tape: its inputs as variables, its outputs weighed by the case's upstream
/// gradients, and everything that came of it in PyTorch's order of axes.
/// </summary>
/// <remarks>
/// Axes tell which axis of the case becomes each axis here, outermost first; −1 puts an axis of extent 1. None keep
/// the order. So <c>[0, 2, 3, 1]</c> reads NCHW as NHWC, and <c>[-1, 2, 1, 0]</c> a Conv1d weight
/// <c>[outputs, inputs, kernel]</c> as <c>[1, kernel, inputs, outputs]</c>.
/// </remarks>
/// <typeparam name="T">The reference's precision.</typeparam>
internal sealed class LayerProbe<T>(GoldenCase golden)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<(string Path, Tensor<T> Tensor, int[] Axes)> _variables = [];
    private readonly Results _results = new();
    private Tensor<T>? _objective;

    /// <summary>The tape to compute on.</summary>
    public Tape<T> Tape { get; } = new();

    /// <summary>The case.</summary>
    public GoldenCase Golden { get; } = golden;

    /// <summary>True where the case has that input.</summary>
    public bool Has(string path) => Golden.Inputs.ContainsKey(path);

    /// <summary>An input as a variable, whose gradient is compared: <c>input</c>, <c>params.weight</c>, <c>h0</c>.</summary>
    public Tensor<T> Variable(string path, params int[] axes)
    {
        (Shape shape, T[] values) = Read(path, axes);
        Tensor<T> variable = Tensor<T>.Variable(shape, values);
        _variables.Add((path, variable, axes));
        return variable;
    }

    /// <summary>An input that nothing is differentiated by: indices, masks, running means.</summary>
    public Tensor<T> Constant(string path, params int[] axes)
    {
        (Shape shape, T[] values) = Read(path, axes);
        return new Tensor<T>(shape, values);
    }

    /// <summary>Takes an output, and adds Σ output · upstream gradient to the objective.</summary>
    /// <param name="path">Where the case expects it: <c>output</c>, <c>h_n</c>.</param>
    /// <param name="upstream">The input that holds its gradient: <c>grad_output</c>, <c>grad_hn</c>.</param>
    /// <param name="output">What the library made, on <see cref="Tape"/>.</param>
    /// <param name="axes">Which axis of the case each axis of the output is.</param>
    public LayerProbe<T> Output(string path, string upstream, Tensor<T> output, params int[] axes)
    {
        Take(path, output.Shape, output.Values, axes);
        (Shape _, T[] weights) = Read(upstream, axes);
        Tensor<T> part = Tape.Sum(Tape.Multiply(output, Tape.Constant(output.Shape, weights)));
        _objective = _objective is null ? part : Tape.Add(_objective, part);
        return this;
    }

    /// <summary>Takes numbers that are compared, but are not part of the objective: running means.</summary>
    public LayerProbe<T> Take(string path, Shape shape, ReadOnlySpan<T> values, params int[] axes)
    {
        AxisOrder order = new(axes.Length == 0 ? [.. Enumerable.Range(0, shape.Rank)] : axes);
        int[] extents = [.. Enumerable.Range(0, shape.Rank).Select(axis => shape[axis])];
        double[] numbers = Precision.Widen(values.ToArray());
        _results.Add(path, order.BackShape(extents), order.Back(extents, numbers));
        return this;
    }

    /// <summary>Walks backward and gives everything; a gradient's path is <c>grad_</c> and its input's path.</summary>
    public Results Finish()
    {
        if (_objective is not null)
        {
            Tape.Backward(_objective);
        }

        foreach ((string path, Tensor<T> variable, int[] axes) in _variables)
        {
            Take($"grad_{path}", variable.Shape, variable.Gradient, axes);
        }

        return _results;
    }

    private (Shape Shape, T[] Values) Read(string path, int[] axes)
    {
        GoldenTensor tensor = Golden.Inputs[path];
        AxisOrder order = new(axes.Length == 0 ? [.. Enumerable.Range(0, tensor.Shape.Length)] : axes);
        int[] extents = order.Shape(tensor.Shape);
        Shape shape = extents.Length switch
        {
            1 => new Shape(extents[0]),
            2 => new Shape(extents[0], extents[1]),
            3 => new Shape(extents[0], extents[1], extents[2]),
            _ => new Shape(extents[0], extents[1], extents[2], extents[3]),
        };
        return (shape, Precision.To<T>(order.Apply(tensor.Shape, tensor.Data)));
    }
}
