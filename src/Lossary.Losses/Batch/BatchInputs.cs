using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Inputs that several losses of a whole batch have, and what goes with them.</summary>
internal static class BatchInputs
{
    public static InputCard ClassVectors { get; } =
        new("class-vectors", "w", InputKind.Real, "k, d", "a vector of each class, a parameter of the model")
        {
            IsDifferentiable = true,
        };

    public static InputCard Target { get; } =
        new("target", "y", InputKind.ClassNumber, "n", "the class of each embedding") { Below = "k" };

    public static InputCard LogScale { get; } =
        new("log-scale", "s", InputKind.Real, "1", "the logarithm of a learned scale of the logits")
        {
            IsDifferentiable = true,
            IsOptional = true,
        };

    /// <summary>Each row its own positive.</summary>
    public static int[] Diagonal(int rows) => [.. Enumerable.Range(0, rows)];

    /// <summary>Labels of three classes, each of which comes up again.</summary>
    public static void ArrangeLabels(LossInputs<double> inputs)
    {
        Span<double> labels = inputs["labels"].Values;
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = 7 * (i % 3);
        }
    }

    /// <summary>Unit vectors times e to the learned scale, where there is one.</summary>
    public static Tensor<T> ScaledDirections<T>(Tape<T> tape, Tensor<T> rows, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(rows);
        return inputs.Find("log-scale") is { } scale ? tape.Multiply(directions, tape.Exp(scale)) : directions;
    }
}
