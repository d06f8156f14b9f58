using System.Numerics;
using System.Text.Json;
using Lossary.Tensors;
using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>Embedding, and dropout where it is without chance.</summary>
internal static class LookupLayers
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["Embedding"] = c => c.IsSingle ? Embedding<float>(c) : Embedding<double>(c),
            ["Dropout"] = c => c.IsSingle ? Dropout<float>(c) : Dropout<double>(c),
        };

    private static Results Embedding<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        int? padding = golden.TryArgument("padding_idx", out JsonElement row) && row.ValueKind == JsonValueKind.Number
            ? row.GetInt32()
            : null;
        Tensor<T> output = probe.Tape.Embedding(probe.Constant("input"), probe.Variable("params.weight"), padding);
        return probe.Output("output", "grad_output", output).Finish();
    }

    private static Results Dropout<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (golden.Argument("training", 1) != 0)
        {
            return Results.Without("in training, which is chance");
        }

        LayerProbe<T> probe = new(golden);
        Dropout<T> layer = new(golden.Argument("p", 0.5));
        Tensor<T> output = layer.Forward(new ForwardPass<T>(probe.Tape), probe.Variable("input"));
        return probe.Output("output", "grad_output", output).Finish();
    }
}
