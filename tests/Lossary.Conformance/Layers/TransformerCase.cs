using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>A case of PyTorch's encoder layer, through the layer of this library.</summary>
internal sealed class TransformerCase<T>(GoldenCase golden)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// PyTorch's parameters in the order of ours. Weights of ours are transposed; its queries', keys' and values'
    /// stand below each other in one matrix.
    /// </summary>
    private static readonly (string Path, int Part, int Parts)[] Places =
    [
        ("self_attn.in_proj_weight", 0, 3), ("self_attn.in_proj_bias", 0, 3),
        ("self_attn.in_proj_weight", 1, 3), ("self_attn.in_proj_bias", 1, 3),
        ("self_attn.in_proj_weight", 2, 3), ("self_attn.in_proj_bias", 2, 3),
        ("self_attn.out_proj.weight", 0, 1), ("self_attn.out_proj.bias", 0, 1),
        ("norm1.weight", 0, 1), ("norm1.bias", 0, 1), ("linear1.weight", 0, 1), ("linear1.bias", 0, 1),
        ("linear2.weight", 0, 1), ("linear2.bias", 0, 1), ("norm2.weight", 0, 1), ("norm2.bias", 0, 1),
    ];

    /// <summary>Computes everything.</summary>
    public Results Run()
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> input = probe.Variable("input");
        TransformerBlock<T> block = new((int)golden.Argument("d_model", 0), (int)golden.Argument("nhead", 0), new()
        {
            FeedForward = (int)golden.Argument("dim_feedforward", 0),
            Activation = Activation.Parse(Word("activation")),
            IsPreNorm = golden.TryArgument("norm_first", out System.Text.Json.JsonElement first) && first.GetBoolean(),
        });
        Network<T> network = new(input.Shape.Without(0), [block], seed: 0);
        foreach ((int index, (string path, int part, int parts)) in Places.Index())
        {
            T[] numbers = Precision.To<T>(golden.Inputs[$"params.{path}"].Data);
            int length = numbers.Length / parts;
            Cross(numbers.AsSpan(part * length, length), network.Parameters[index].Tensor, toOurs: true);
        }

        network.ClearGradients();
        Results results = probe.Output("output", "grad_output", network.Forward(probe.Tape, input)).Finish();
        foreach (IGrouping<string, (int Index, (string Path, int Part, int Parts) Item)> place in
            Places.Index().GroupBy(place => place.Item.Path))
        {
            double[] gradient = [.. place.SelectMany(part => Gradient(network.Parameters[part.Index].Tensor))];
            results.Add($"grad_params.{place.Key}", golden.Inputs[$"params.{place.Key}"].Shape, gradient);
        }

        return results;
    }

    private static double[] Gradient(Tensor<T> parameter)
    {
        T[] numbers = parameter.Gradient.ToArray();
        Cross(numbers, parameter, toOurs: false);
        return Precision.Widen(numbers);
    }

    /// <summary>Transposes a matrix: a case's numbers to a parameter, or a parameter's gradient in place.</summary>
    private static void Cross(Span<T> numbers, Tensor<T> parameter, bool toOurs)
    {
        Shape shape = parameter.Shape;
        int rows = shape.Rank == 2 ? shape[0] : 1, columns = shape[shape.Rank - 1];
        T[] copy = numbers.ToArray();
        Span<T> target = toOurs ? parameter.Values : numbers;
        for (int i = 0; i < copy.Length; i++)
        {
            int ours = i, theirs = (i % columns * rows) + (i / columns);
            target[toOurs ? ours : theirs] = copy[toOurs ? theirs : ours];
        }
    }

    private string Word(string name) => golden.TryArgument(name, out System.Text.Json.JsonElement word)
        ? word.GetString() ?? "relu"
        : "relu";
}
