using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The fully connected layer.</summary>
internal static class DenseLayers
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["Linear"] = c => c.IsSingle ? Linear<float>(c) : Linear<double>(c),
        };

    private static Results Linear<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> input = probe.Variable("input"), weights = probe.Variable("params.weight", 1, 0);
        Tensor<T> bias = probe.Has("params.bias")
            ? probe.Variable("params.bias")
            : new Tensor<T>(new Shape(weights.Shape[1]), new T[weights.Shape[1]]);
        Shape shape = input.Shape;
        int width = shape[shape.Rank - 1];
        Tensor<T> rows = probe.Tape.Reshape(input, new Shape(shape.Length / width, width));
        Tensor<T> output = probe.Tape.Reshape(
            probe.Tape.Dense(rows, weights, bias), shape.With(shape.Rank - 1, weights.Shape[1]));
        return probe.Output("output", "grad_output", output).Finish();
    }
}
