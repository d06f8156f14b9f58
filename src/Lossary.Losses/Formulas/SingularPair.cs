using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The left and the right singular vector of one singular value of a matrix.</summary>
/// <param name="Left">Shape <c>[rows]</c>, of length 1.</param>
/// <param name="Right">Shape <c>[columns]</c>, of length 1.</param>
internal readonly record struct SingularPair<T>(T[] Left, T[] Right)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// The pair of the largest value, by power iterations from the longest row; zeros for a matrix of zeros.
    /// </summary>
    /// <param name="tape">Where memory comes from.</param>
    /// <param name="matrix">Shape <c>[rows, columns]</c>.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="iterations">How many iterations at most.</param>
    public static SingularPair<T> Largest(Tape<T> tape, ReadOnlySpan<T> matrix, int columns, int iterations)
    {
        double[] values = tape.RentArray<double>(matrix.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = double.CreateTruncating(matrix[i]);
        }

        int rows = matrix.Length / int.Max(1, columns);
        double[] left = tape.RentArray<double>(rows), right = tape.RentArray<double>(columns);
        LongestRow(values, rows, columns).CopyTo(right);
        Normalise(right);
        for (int step = 0; step < iterations; step++)
        {
            Multiply(values, columns, right, left);
            Normalise(left);
            MultiplyTransposed(values, columns, left, right);
            Normalise(right);
        }

        Multiply(values, columns, right, left);
        Normalise(left);
        return new(Narrow(tape, left), Narrow(tape, right));
    }

    private static ReadOnlySpan<double> LongestRow(double[] values, int rows, int columns)
    {
        int best = 0;
        double longest = -1;
        for (int i = 0; i < rows; i++)
        {
            double length = 0;
            foreach (double value in values.AsSpan(i * columns, columns))
            {
                length += value * value;
            }

            (best, longest) = length > longest ? (i, length) : (best, longest);
        }

        return rows == 0 ? default : values.AsSpan(best * columns, columns);
    }

    private static void Multiply(double[] values, int columns, double[] right, double[] left)
    {
        for (int i = 0; i < left.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < columns; j++)
            {
                sum += values[(i * columns) + j] * right[j];
            }

            left[i] = sum;
        }
    }

    private static void MultiplyTransposed(double[] values, int columns, double[] left, double[] right)
    {
        Array.Clear(right);
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                right[j] += values[(i * columns) + j] * left[i];
            }
        }
    }

    private static T[] Narrow(Tape<T> tape, double[] vector)
    {
        T[] numbers = tape.RentArray<T>(vector.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = T.CreateTruncating(vector[i]);
        }

        return numbers;
    }

    private static void Normalise(double[] vector)
    {
        double squares = 0;
        foreach (double x in vector)
        {
            squares += x * x;
        }

        double length = Math.Sqrt(squares);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = length > 0 ? vector[i] / length : 0;
        }
    }
}
