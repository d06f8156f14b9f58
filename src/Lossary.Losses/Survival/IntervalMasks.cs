using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Constants <c>[n, k]</c> that say which intervals of a row count, and the likelihood that follows from them.
/// </summary>
internal static class IntervalMasks
{
    /// <summary>Lower than any logit, and still a number when logits are added.</summary>
    private const double Out = -1e30;

    /// <summary>1 for intervals before the row's own, <paramref name="last"/> for that one, 0 after it.</summary>
    public static Tensor<T> UpTo<T>(Tape<T> tape, LossInputs<T> inputs, double last)
        where T : unmanaged, IFloatingPointIeee754<T> => Fill(tape, inputs, (_, l, j) => l < j ? 1 : l == j ? last : 0);

    /// <summary>1 for intervals before the row's own, a share of the row's for that one, 0 after it.</summary>
    public static Tensor<T> UpTo<T>(Tape<T> tape, LossInputs<T> inputs, Tensor<T> last)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Fill(tape, inputs, (row, l, j) => l < j ? 1 : l == j ? double.CreateTruncating(last.Values[row]) : 0);

    /// <summary>1 for the interval in which the event was seen.</summary>
    public static Tensor<T> Event<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> events = inputs["event"];
        return Fill(tape, inputs, (row, l, j) => l == j ? double.CreateTruncating(events.Values[row]) : 0);
    }

    /// <summary>
    /// −ln of the probability of what was seen, under a softmax over the intervals and a last outcome of logit 0.
    /// </summary>
    public static Tensor<T> MassLoss<T>(Tape<T> tape, LossInputs<T> inputs, Tensor<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> events = inputs["event"];
        int rows = inputs.Extent("n");
        Tensor<T> possible = Fill(tape, inputs, (row, l, j) => (IsSeen(row) ? l == j : l > j) ? 0 : Out);
        Tensor<T> never = tape.Rent(new Shape(rows, 1)), neverPossible = tape.Rent(new Shape(rows, 1));
        never.Values.Clear();
        for (int row = 0; row < rows; row++)
        {
            neverPossible.Values[row] = T.CreateTruncating(IsSeen(row) ? Out : 0);
        }

        Tensor<T> all = tape.Concatenate(1, logits, never);
        Tensor<T> some = tape.Add(all, tape.Concatenate(1, possible, neverPossible));
        return tape.Subtract(tape.LogSumExp(all, [1]), tape.LogSumExp(some, [1]));

        bool IsSeen(int row) => events.Values[row] != T.Zero;
    }

    /// <summary>
    /// A square of ones on and above the diagonal, or on and below it: products with it add up along an axis.
    /// </summary>
    public static Tensor<T> Triangle<T>(Tape<T> tape, int extent, bool isLower)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> triangle = tape.Rent(new Shape(extent, extent));
        for (int i = 0; i < triangle.Shape.Length; i++)
        {
            int row = i / extent, column = i % extent;
            triangle.Values[i] = (isLower ? column <= row : row <= column) ? T.One : T.Zero;
        }

        return triangle;
    }

    private static Tensor<T> Fill<T>(Tape<T> tape, LossInputs<T> inputs, Func<int, int, int, double> number)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int intervals = inputs.Extent("k");
        Tensor<T> mask = tape.Rent(new Shape(inputs.Extent("n"), intervals));
        int[] own = inputs.Whole(tape, "interval");
        for (int i = 0; i < mask.Shape.Length; i++)
        {
            int row = i / intervals;
            mask.Values[i] = T.CreateTruncating(number(row, i % intervals, own[row]));
        }

        return mask;
    }
}
