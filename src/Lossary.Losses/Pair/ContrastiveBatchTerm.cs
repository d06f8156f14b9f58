using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// All pairs of one embedding: ½d² with those of its class, half the squared room to the margin with others.
/// </summary>
internal readonly struct ContrastiveBatchTerm(double margin, int[] labels) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.CreateTruncating(measures.Length - 1);
        T sum = T.Zero, room = T.CreateTruncating(margin), share = weight == T.Zero ? T.Zero : T.One / weight;
        for (int j = 0; j < measures.Length; j++)
        {
            T distance = measures[j];
            T slope = j == row ? T.Zero
                : labels[j] == labels[row] ? distance
                : -T.Max(room - distance, T.Zero);
            sum += slope * slope;
            measures[j] = slope * share;
        }

        return sum * share / T.CreateTruncating(2);
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] classes = labels;
        Tensor<T> same = BatchSteps.Choice(tape, measures.Shape, (i, j) => classes[i] == classes[j]);
        Tensor<T> others = BatchSteps.Choice(tape, measures.Shape, (i, j) => i != j);
        Tensor<T> room = tape.Relu(tape.Shift(tape.Negate(measures), margin));
        Tensor<T> squares = tape.Multiply(others, tape.Square(tape.Where(same, measures, room)));
        return tape.Scale(tape.Sum(squares, [1]), 0.5 / int.Max(1, classes.Length - 1));
    }
}
