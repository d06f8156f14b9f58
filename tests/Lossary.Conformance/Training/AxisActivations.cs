using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The activations that look at a whole axis.</summary>
internal static class AxisActivations
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["glu"] = c => c.IsSingle
                ? Run<float>(c, (tape, x, axis) => tape.Glu(x, axis))
                : Run<double>(c, (tape, x, axis) => tape.Glu(x, axis)),
            ["softmax"] = c => c.IsSingle
                ? Run<float>(c, (tape, x, axis) => tape.Softmax(x, axis))
                : Run<double>(c, (tape, x, axis) => tape.Softmax(x, axis)),
            ["log_softmax"] = c => c.IsSingle
                ? Run<float>(c, (tape, x, axis) => tape.LogSoftmax(x, axis))
                : Run<double>(c, (tape, x, axis) => tape.LogSoftmax(x, axis)),
            ["softmin"] = c => c.IsSingle
                ? Run<float>(c, (tape, x, axis) => tape.Softmin(x, axis))
                : Run<double>(c, (tape, x, axis) => tape.Softmin(x, axis)),
            ["logsumexp"] = c => c.IsSingle
                ? Run<float>(c, (tape, x, axis) => tape.LogSumExp(x, [axis]))
                : Run<double>(c, (tape, x, axis) => tape.LogSumExp(x, [axis])),
        };

    private static Results Run<T>(GoldenCase golden, Func<Tape<T>, Tensor<T>, int, Tensor<T>> operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> output = operation(probe.Tape, probe.Variable("input"), (int)golden.Argument("dim", -1));
        return probe.Output("output", "grad_output", output).Finish();
    }
}
