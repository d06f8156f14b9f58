using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Steps that generative losses share: sums, means and weights of whole samples.</summary>
internal static class GenerativeInputs
{
    /// <summary>How many numbers a sample has.</summary>
    public static int WidthOf(Shape shape) => shape[0] == 0 ? 1 : shape.Length / shape[0];

    /// <summary>The sum over each sample's numbers, <c>[n]</c>.</summary>
    public static Tensor<T> SumOfSample<T>(Tape<T> tape, Tensor<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Sum(tape.Reshape(values, new Shape(values.Shape[0], WidthOf(values.Shape))), [-1]);

    /// <summary>The mean over each sample's numbers, <c>[n]</c>.</summary>
    public static Tensor<T> MeanOfSample<T>(Tape<T> tape, Tensor<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Scale(SumOfSample(tape, values), 1.0 / WidthOf(values.Shape));

    /// <summary>One number a sample, repeated over its numbers.</summary>
    public static Tensor<T> OverSample<T>(Tape<T> tape, Tensor<T> single, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> column = tape.Reshape(single, new Shape(shape[0], 1));
        return tape.Reshape(tape.BroadcastTo(column, new Shape(shape[0], WidthOf(shape))), shape);
    }

    /// <summary>What each sample weighs by its step, a constant.</summary>
    public static Tensor<T> Weights<T>(Tape<T> tape, Tensor<T> steps, Func<double, double> weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = tape.Rent(steps.Shape);
        for (int i = 0; i < steps.Shape.Length; i++)
        {
            weights.Values[i] = T.CreateTruncating(weight(double.CreateTruncating(steps.Values[i])));
        }

        return weights;
    }
}
