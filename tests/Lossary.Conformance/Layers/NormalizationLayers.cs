using System.Numerics;
using System.Text.Json;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The layers that normalise.</summary>
internal static class NormalizationLayers
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["LayerNorm"] = c => c.IsSingle ? LayerNorm<float>(c) : LayerNorm<double>(c),
            ["GroupNorm"] = c => c.IsSingle ? GroupNorm<float>(c) : GroupNorm<double>(c),
            ["BatchNorm1d"] = c => c.IsSingle ? BatchNorm<float>(c) : BatchNorm<double>(c),
            ["BatchNorm2d"] = c => c.IsSingle ? BatchNorm<float>(c) : BatchNorm<double>(c),
        };

    private static Results LayerNorm<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> input = probe.Variable("input");
        golden.TryArgument("normalized_shape", out JsonElement extents);
        Shape last = new([.. extents.EnumerateArray().Select(extent => extent.GetInt32())]);
        double epsilon = golden.Argument("eps", 1e-5);
        Tensor<T> output = probe.Has("params.weight")
            ? probe.Tape.LayerNorm(input, probe.Variable("params.weight"), probe.Variable("params.bias"), epsilon)
            : probe.Tape.LayerNorm(input, last, epsilon);
        return probe.Output("output", "grad_output", output).Finish();
    }

    private static Results GroupNorm<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        int[] axes = ChannelsLast(golden);
        Tensor<T> input = probe.Variable("input", axes);
        Tensor<T>? scale = Optional(probe, "params.weight"), shift = Optional(probe, "params.bias");
        int groups = (int)golden.Argument("num_groups", 1);
        Tensor<T> output = probe.Tape.GroupNorm(input, groups, scale, shift, golden.Argument("eps", 1e-5));
        return probe.Output("output", "grad_output", output, axes).Finish();
    }

    private static Results BatchNorm<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        int[] axes = ChannelsLast(golden);
        Tensor<T> input = probe.Variable("input", axes);
        Tensor<T>? scale = Optional(probe, "params.weight"), shift = Optional(probe, "params.bias");
        double epsilon = golden.Argument("eps", 1e-5);
        RunningStatistics<T>? running = probe.Has("buffers.running_mean")
            ? new(probe.Constant("buffers.running_mean"), probe.Constant("buffers.running_var"))
            : null;
        bool isTraining = golden.Argument("training", 1) != 0;
        Tensor<T> output = running is { } kept && !isTraining
            ? probe.Tape.BatchNormByRunning(input, kept, scale, shift, epsilon)
            : probe.Tape.BatchNorm(input, scale, shift, epsilon, running, Momentum(golden));
        if (running is { } after)
        {
            probe.Take("after_running_mean", after.Mean.Shape, after.Mean.Values);
            probe.Take("after_running_var", after.Variance.Shape, after.Variance.Values);
        }

        return probe.Output("output", "grad_output", output, axes).Finish();
    }

    /// <summary>Null stands for the mean over all batches, the one at hand included.</summary>
    private static double Momentum(GoldenCase golden) =>
        golden.TryArgument("momentum", out JsonElement momentum) && momentum.ValueKind == JsonValueKind.Number
            ? momentum.GetDouble()
            : 1 / (golden.Argument("num_batches_tracked_before", 0) + 1);

    private static Tensor<T>? Optional<T>(LayerProbe<T> probe, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => probe.Has(path) ? probe.Variable(path) : null;

    /// <summary>PyTorch's channels are the second axis, here they are the last.</summary>
    private static int[] ChannelsLast(GoldenCase golden)
    {
        int rank = golden.Inputs["input"].Shape.Length;
        return [0, .. Enumerable.Range(2, rank - 2), 1];
    }
}
