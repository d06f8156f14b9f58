using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>A case of attention with its four products, of a sequence with itself or with another.</summary>
internal sealed class AttentionCase<T>(GoldenCase golden)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerProbe<T> _probe = new(golden);
    private readonly int _heads = (int)golden.Argument("num_heads", 1);
    private readonly int _width = (int)golden.Argument("embed_dim", 1);
    private readonly int[] _axes =
        golden.TryArgument("batch_first", out System.Text.Json.JsonElement flag) && flag.GetBoolean() ? [0, 1, 2] : [1, 0, 2];

    private Tape<T> Tape => _probe.Tape;

    /// <summary>Computes everything.</summary>
    public Results Run()
    {
        Tensor<T> query = _probe.Variable("query", _axes);
        Tensor<T> memory = _probe.Has("key_value") ? _probe.Variable("key_value", _axes) : query;
        bool isCausal = _probe.Has("attn_mask");
        if (isCausal && !IsTriangle(golden.Inputs["attn_mask"]))
        {
            return Results.Without("with a mask that is not causal");
        }

        bool[] ignored = _probe.Has("key_padding_mask")
            ? [.. golden.Inputs["key_padding_mask"].Data.Select(flag => flag != 0)]
            : [];
        AttentionMask mask = new() { IsCausal = isCausal, IgnoredKeys = ignored };
        Tensor<T> weights = _probe.Variable("params.in_proj_weight", 1, 0), bias = _probe.Variable("params.in_proj_bias");
        Tensor<T> q = Project(query, weights, bias, 0), k = Project(memory, weights, bias, 1);
        Tensor<T> mixed = Tape.Attention(q, k, Project(memory, weights, bias, 2), _heads, mask);
        Tensor<T> output = Rows(
            mixed, _probe.Variable("params.out_proj.weight", 1, 0), _probe.Variable("params.out_proj.bias"));
        TakeWeights(q, k, mask);
        return _probe.Output("output", "grad_output", output, _axes).Finish();
    }

    /// <summary>The weights are what attention makes of values that are rows of the identity matrix.</summary>
    private void TakeWeights(Tensor<T> query, Tensor<T> key, AttentionMask mask)
    {
        int batch = key.Shape[0], keys = key.Shape[1], queries = query.Shape[1];
        Tensor<T> identity = new(new Shape(batch, keys, _heads * keys), new T[batch * keys * _heads * keys]);
        for (int row = 0; row < batch * keys; row++)
        {
            for (int head = 0; head < _heads; head++)
            {
                identity.Values[(row * _heads * keys) + (head * keys) + (row % keys)] = T.One;
            }
        }

        Tensor<T> weights = Tape.Attention(query, key, identity, _heads, mask);
        _probe.Take("attn_weights_per_head", new Shape(batch, queries, _heads, keys), weights.Values, 0, 2, 1, 3);
    }

    /// <summary>One of the three products, whose weights stand side by side: a selecting matrix takes them out.</summary>
    private Tensor<T> Project(Tensor<T> input, Tensor<T> weights, Tensor<T> bias, int part)
    {
        Tensor<T> selection = new(new Shape(3 * _width, _width), new T[3 * _width * _width]);
        for (int i = 0; i < _width; i++)
        {
            selection.Values[(((part * _width) + i) * _width) + i] = T.One;
        }

        Tensor<T> row = Tape.MatMul(Tape.Reshape(bias, new Shape(1, 3 * _width)), selection);
        return Rows(input, Tape.MatMul(weights, selection), Tape.Reshape(row, new Shape(_width)));
    }

    private Tensor<T> Rows(Tensor<T> input, Tensor<T> weights, Tensor<T> bias)
    {
        Shape shape = input.Shape;
        Tensor<T> rows = Tape.Reshape(input, new Shape(shape[0] * shape[1], shape[2]));
        return Tape.Reshape(Tape.Dense(rows, weights, bias), shape.With(2, weights.Shape[1]));
    }

    private static bool IsTriangle(GoldenTensor mask) => mask.Data.Index().All(
        entry => entry.Item != 0 == (entry.Index % mask.Shape[1] > entry.Index / mask.Shape[1]));
}
