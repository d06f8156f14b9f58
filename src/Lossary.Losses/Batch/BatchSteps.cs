using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Steps over a whole matrix of measures, for terms whose gradient is differentiated.</summary>
internal static class BatchSteps
{
    /// <summary>1 where a query and a candidate are chosen, else 0: a constant.</summary>
    public static Tensor<T> Choice<T>(Tape<T> tape, Shape shape, Func<int, int, bool> isIn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> chosen = tape.Rent(shape);
        for (int i = 0; i < shape.Length; i++)
        {
            chosen.Values[i] = isIn(i / shape[1], i % shape[1]) ? T.One : T.Zero;
        }

        return chosen;
    }

    /// <summary>ln Σ eˣ over the chosen numbers of each row; −∞, with a gradient of 0, over none.</summary>
    public static Tensor<T> LogSum<T>(Tape<T> tape, Tensor<T> logits, Func<int, int, bool> isIn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = logits.Shape[0], columns = logits.Shape[1];
        Tensor<T> chosen = Choice(tape, logits.Shape, isIn), rest = tape.Rent(logits.Shape),
            isAny = tape.Rent(new Shape(rows));
        rest.Values.Fill(T.NegativeInfinity);
        for (int row = 0; row < rows; row++)
        {
            isAny.Values[row] = chosen.Values.Slice(row * columns, columns).Contains(T.One) ? T.One : T.Zero;
            if (isAny.Values[row] == T.Zero)
            {
                // Something finite, so that no difference of infinities is taken on the way back.
                rest.Values[row * columns] = T.Zero;
            }
        }

        Tensor<T> sum = tape.LogSumExp(tape.Where(chosen, logits, rest), [1]);
        return tape.Where(isAny, sum, tape.Constant(new Shape(1), [T.NegativeInfinity]));
    }
}
