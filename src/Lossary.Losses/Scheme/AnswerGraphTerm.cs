using System.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of a row's softmax with how alike the answers are: 1 for itself, the product of both answers where it
/// is at least a threshold, 0 elsewhere, over the sum.
/// </summary>
/// <param name="scale">What measures are multiplied by.</param>
/// <param name="answers">Rows of shares, one after the other.</param>
/// <param name="classes">How long such a row is.</param>
/// <param name="threshold">How alike answers are that belong together.</param>
internal readonly struct AnswerGraphTerm(double scale, double[] answers, int classes, double threshold) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        T factor = T.CreateTruncating(scale);
        TensorPrimitives.Multiply(measures, factor, measures);
        double likeness = 0, wanted = 0;
        for (int j = 0; j < measures.Length; j++)
        {
            double alike = Likeness(row, j);
            likeness += alike;
            wanted += alike == 0 ? 0 : alike * double.CreateTruncating(measures[j]);
        }

        RowSoftmax<T> softmax = RowSoftmax<T>.Of(measures);
        for (int j = 0; j < measures.Length; j++)
        {
            measures[j] -= T.CreateTruncating(Likeness(row, j) / likeness);
        }

        TensorPrimitives.Multiply(measures, factor, measures);
        return softmax.Above(T.CreateTruncating(wanted / likeness));
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Rent(measures.Shape);
        int columns = measures.Shape[1];
        for (int i = 0; i < measures.Shape[0]; i++)
        {
            Span<T> row = shares.Values.Slice(i * columns, columns);
            for (int j = 0; j < columns; j++)
            {
                row[j] = T.CreateTruncating(Likeness(i, j));
            }

            TensorPrimitives.Divide(row, TensorPrimitives.Sum<T>(row), row);
        }

        return BatchInputs.CrossEntropy(tape, shares, tape.Scale(measures, scale));
    }

    private double Likeness(int row, int column)
    {
        if (row == column)
        {
            return 1;
        }

        double product = TensorPrimitives.Dot<double>(
            answers.AsSpan(row * classes, classes), answers.AsSpan(column * classes, classes));
        return product >= threshold ? product : 0;
    }
}
