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

    public static InputCard FirstView { get; } =
        new("first", "x", InputKind.Real, "n, d", "what one view of each sample comes to") { IsDifferentiable = true };

    public static InputCard SecondView { get; } =
        new("second", "y", InputKind.Real, "n, d", "what another view of it comes to") { IsDifferentiable = true };

    /// <summary>Each row its own positive.</summary>
    public static int[] Diagonal<T>(Tape<T> tape, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] places = tape.RentArray<int>(rows);
        for (int i = 0; i < rows; i++)
        {
            places[i] = i;
        }

        return places;
    }

    /// <summary>+1 for another of the query's class, −1 for one of another, 0 for the query itself.</summary>
    public static Func<int, int, int> Sides(int[] labels) =>
        (query, candidate) => query == candidate ? 0 : labels[query] == labels[candidate] ? 1 : -1;

    /// <summary>How many samples there are where each has two views, one after all the other.</summary>
    public static int HalfOf<T>(Tensor<T> embeddings)
        where T : unmanaged, IFloatingPointIeee754<T> => embeddings.Shape[0] % 2 == 0
        ? embeddings.Shape[0] / 2
        : throw new ArgumentException(
            $"embeddings has {embeddings.Shape[0]} rows; two views of each sample make an even number.",
            nameof(embeddings));

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

    /// <summary>Features as rows less their mean over the batch: [n, d] becomes [d, n].</summary>
    public static Tensor<T> CentredFeatures<T>(Tape<T> tape, Tensor<T> samples)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.CentredRows(tape.Transpose(samples));

    /// <summary>−Σ share · ln softmax(logits) of each row.</summary>
    public static Tensor<T> CrossEntropy<T>(Tape<T> tape, Tensor<T> shares, Tensor<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Negate(tape.Sum(tape.Multiply(shares, tape.LogSoftmax(logits)), [-1]));
}
