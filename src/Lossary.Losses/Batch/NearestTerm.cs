using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>−ln of the distance to the nearest other, the first of equals.</summary>
internal readonly struct NearestTerm(double epsilon) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int nearest = NearestOf<T>(row, measures);
        weight = nearest < 0 ? T.Zero : T.One;
        T distance = nearest < 0 ? T.One : measures[nearest] + T.CreateTruncating(epsilon);
        measures.Clear();
        if (nearest >= 0)
        {
            measures[nearest] = -T.One / distance;
        }

        return -T.Log(distance);
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> chosen = tape.Rent(measures.Shape);
        chosen.Values.Clear();
        int columns = measures.Shape[1];
        for (int row = 0; row < measures.Shape[0]; row++)
        {
            Span<T> own = measures.Values.Slice(row * columns, columns);
            int nearest = NearestOf(row, own);
            if (nearest >= 0)
            {
                chosen.Values[(row * columns) + nearest] = T.One;
            }
        }

        return tape.Negate(tape.Log(tape.Shift(tape.Sum(tape.Multiply(chosen, measures), [1]), epsilon)));
    }

    private static int NearestOf<T>(int row, ReadOnlySpan<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int nearest = -1;
        for (int j = 0; j < measures.Length; j++)
        {
            nearest = j != row && (nearest < 0 || measures[j] < measures[nearest]) ? j : nearest;
        }

        return nearest;
    }
}
