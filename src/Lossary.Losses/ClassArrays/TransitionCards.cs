using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How often one class is labelled as another: what corrections for wrong labels read.</summary>
internal static class TransitionCards
{
    /// <summary>The input's name.</summary>
    public const string Name = "transition";

    /// <summary>The rates of mistakes.</summary>
    public static InputCard Transition { get; } =
        new(Name, "T", InputKind.Shares, "k, k", "the probability, in row i and column j, that class i is labelled j");

    /// <summary>The inverse of the rates.</summary>
    /// <exception cref="ArgumentException">
    /// The rates cannot be told from the labels: their matrix is singular.
    /// </exception>
    public static double[] Inverse<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] matrix = ClassCards.Numbers(tape, inputs, Name);
        int size = inputs[Name].Shape[0];
        double[] inverse = tape.RentArray<double>(matrix.Length);
        for (int i = 0; i < size; i++)
        {
            inverse[(i * size) + i] = 1;
        }

        for (int column = 0; column < size; column++)
        {
            Pivot(matrix, inverse, size, column);
            for (int row = 0; row < size; row++)
            {
                double factor = row == column ? 0 : matrix[(row * size) + column];
                for (int k = 0; k < size && factor != 0; k++)
                {
                    matrix[(row * size) + k] -= factor * matrix[(column * size) + k];
                    inverse[(row * size) + k] -= factor * inverse[(column * size) + k];
                }
            }
        }

        return inverse;
    }

    /// <summary>Makes a drawn example's rates those of labels that are mostly right.</summary>
    public static void Arrange(LossInputs<double> inputs)
    {
        Tensor<double> rates = inputs[Name];
        for (int i = 0; i < rates.Values.Length; i++)
        {
            bool isRight = i % (rates.Shape[1] + 1) == 0;
            rates.Values[i] = (0.3 * rates.Values[i]) + (isRight ? 0.7 : 0);
        }
    }

    /// <summary>
    /// Exchanges rows so that the column's largest entry stands on the diagonal, and scales its row to 1 there.
    /// </summary>
    private static void Pivot(double[] matrix, double[] inverse, int size, int column)
    {
        int best = column;
        for (int row = column + 1; row < size; row++)
        {
            best = Math.Abs(matrix[(row * size) + column]) > Math.Abs(matrix[(best * size) + column]) ? row : best;
        }

        double pivot = matrix[(best * size) + column];
        if (Math.Abs(pivot) < 1e-12)
        {
            throw new ArgumentException($"{Name} has no inverse: two classes are labelled alike.", Transition.Name);
        }

        for (int k = 0; k < size; k++)
        {
            Exchange(matrix, (best * size) + k, (column * size) + k, pivot);
            Exchange(inverse, (best * size) + k, (column * size) + k, pivot);
        }
    }

    private static void Exchange(double[] numbers, int from, int to, double divisor)
    {
        double kept = numbers[to];
        numbers[to] = numbers[from] / divisor;
        if (from != to)
        {
            numbers[from] = kept;
        }
    }
}
