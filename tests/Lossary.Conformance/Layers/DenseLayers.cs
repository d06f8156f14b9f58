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
        if (golden.Inputs["input"].Shape.Length != 2)
        {
            return Results.Without($"of rank {golden.Inputs["input"].Shape.Length}");
        }

        Tensor<T> input = probe.Variable("input"), weights = probe.Variable("params.weight", 1, 0);
        Tensor<T> bias = probe.Has("params.bias")
            ? probe.Variable("params.bias")
            : new Tensor<T>(new Shape(weights.Shape[1]), new T[weights.Shape[1]]);
        return probe.Output("output", "grad_output", probe.Tape.Dense(input, weights, bias)).Finish();
    }
}
