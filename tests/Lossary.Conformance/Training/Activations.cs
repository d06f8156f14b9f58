using System.Numerics;
using System.Text.Json;
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
            ["celu"] = c => Run(c, Activation.Celu(c.Argument("alpha", 1))),
            ["elu"] = c => Run(c, Activation.Elu(c.Argument("alpha", 1))),
            ["gelu"] = c => Run(c, IsApproximate(c) ? Activation.GeluTanh : Activation.Gelu),
            ["hardshrink"] = c => Run(c, Activation.HardShrink(c.Argument("lambd", 0.5))),
            ["hardsigmoid"] = HardSigmoid,
            ["hardswish"] = c => Run(c, Activation.HardSwish),
            ["hardtanh"] = c => Run(c, Activation.HardTanh(c.Argument("min_val", -1), c.Argument("max_val", 1))),
            ["leaky_relu"] = c => Run(c, Activation.LeakyRelu(c.Argument("negative_slope", 0.01))),
            ["logsigmoid"] = c => Run(c, Activation.LogSigmoid),
            ["mish"] = c => Run(c, Activation.Mish),
            ["relu"] = c => Run(c, Activation.Relu),
            ["relu6"] = c => Run(c, Activation.Relu6),
            ["selu"] = c => Run(c, Activation.Selu),
            ["sigmoid"] = c => Run(c, Activation.Sigmoid),
            ["silu"] = c => Run(c, Activation.Silu),
            ["softplus"] = c => Run(c, Activation.Softplus(c.Argument("beta", 1), c.Argument("threshold", 20))),
            ["softshrink"] = SoftShrink,
            ["softsign"] = c => Run(c, Activation.Softsign),
            ["tanh"] = c => Run(c, Activation.Tanh),
            ["tanhshrink"] = c => Run(c, Activation.TanhShrink),
        };

    private static bool IsApproximate(GoldenCase golden) =>
        golden.TryArgument("approximate", out JsonElement kind) && kind.GetString() == "tanh";

    /// <summary>PyTorch 1.13 takes 1/6, the slope, from float also in double precision; this library has all its digits.</summary>
    private static Results HardSigmoid(GoldenCase golden)
    {
        const double Sixth = 1.0f / 6.0f;
        return Adjusted(Run(golden, Activation.HardSigmoid), value => value, slope => slope * (6 * Sixth));
    }

    /// <summary>PyTorch 1.13 makes 0 of NaN here, which its later versions mended; this library keeps NaN.</summary>
    private static Results SoftShrink(GoldenCase golden) => Adjusted(
        Run(golden, Activation.SoftShrink(golden.Argument("lambd", 0.5))),
        value => double.IsNaN(value) ? 0 : value,
        slope => slope);

    private static Results Adjusted(Results found, Func<double, double> ofOutput, Func<double, double> ofGradient)
    {
        GoldenTensor output = found.Find("output")!, gradient = found.Find("grad_input")!;
        return new Results()
            .Add("output", output.Shape, [.. output.Data.Select(ofOutput)])
            .Add("grad_input", gradient.Shape, [.. gradient.Data.Select(ofGradient)]);
    }

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
