using System.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>The functions between two layers that the engine has, forward and backward on its tape.</summary>
internal static class Activations
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["relu"] = c => Run(c, Activation.Relu),
            ["tanh"] = c => Run(c, Activation.Tanh),
            ["sigmoid"] = c => Run(c, Activation.Sigmoid),
        };

    private static Results Run(GoldenCase golden, Activation activation) =>
        golden.IsSingle ? Run<float>(golden, activation) : Run<double>(golden, activation);

    private static Results Run<T>(GoldenCase golden, Activation activation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GoldenTensor input = golden.Inputs["input"];
        Shape shape = new(1, input.Data.Length);
        Tape<T> tape = new();
        Tensor<T> variable = Tensor<T>.Variable(shape, Precision.To<T>(input.Data));
        Tensor<T> output = tape.Activate(variable, activation);
        Tensor<T> weights = tape.Constant(shape, Precision.To<T>(golden.Inputs["grad_output"].Data));
        double[] values = Precision.Widen(output.Values.ToArray());
        tape.Backward(tape.Sum(tape.Multiply(output, weights)));
        return new Results()
            .Add("output", input.Shape, values)
            .Add("grad_input", input.Shape, Precision.Widen(variable.Gradient.ToArray()));
    }
}
