using System.Buffers;

namespace Lossary.Losses;

/// <summary>The assignment of rows to columns, one to one, whose costs sum to the least.</summary>
/// <remarks>
/// Shortest augmenting paths with potentials, O(rows² · columns). Reference: R. Jonker, A. Volgenant, A Shortest
/// Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems, 1987, doi:10.1007/BF02278710.
/// </remarks>
internal static class Assignment
{
    private const int None = -1;

    /// <summary>Finds it.</summary>
    /// <param name="costs">
    /// What each row costs in each column, row by row, <c>[rows, columns]</c>; no more rows than columns.
    /// </param>
    /// <param name="columns">Receives each row's column, <c>[rows]</c>.</param>
    public static void Solve(ReadOnlySpan<double> costs, Span<int> columns)
    {
        if (columns.IsEmpty)
        {
            return;
        }

        int rows = columns.Length, width = costs.Length / rows;
        double[] numbers = ArrayPool<double>.Shared.Rent(rows + (2 * width));
        int[] places = ArrayPool<int>.Shared.Rent(2 * width);
        bool[] marks = ArrayPool<bool>.Shared.Rent(width);
        Span<double> potentials = numbers.AsSpan(0, rows + width);
        potentials.Clear();
        Span<int> rowOf = places.AsSpan(0, width);
        Search(
            costs, potentials[..rows], potentials[rows..], numbers.AsSpan(rows + width, width), rowOf,
            places.AsSpan(width, width), marks.AsSpan(0, width));
        for (int column = 0; column < width; column++)
        {
            if (rowOf[column] != None)
            {
                columns[rowOf[column]] = column;
            }
        }

        ArrayPool<double>.Shared.Return(numbers);
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<bool>.Shared.Return(marks);
    }

    private static void Search(
        ReadOnlySpan<double> costs,
        Span<double> ofRow,
        Span<double> ofColumn,
        Span<double> least,
        Span<int> rowOf,
        Span<int> from,
        Span<bool> isDone)
    {
        rowOf.Fill(None);
        for (int row = 0; row < ofRow.Length; row++)
        {
            least.Fill(double.PositiveInfinity);
            isDone.Clear();
            int last = None, current = row;
            double reached = 0;
            do
            {
                Relax(costs, ofRow, ofColumn, least, from, isDone, current, last, reached);
                last = Nearest(least, isDone);
                reached = least[last];
                isDone[last] = true;
                current = rowOf[last];
            }
            while (current != None);

            Raise(ofRow, ofColumn, least, rowOf, isDone, row, reached);
            for (int column = last; column != None; column = from[column])
            {
                rowOf[column] = from[column] == None ? row : rowOf[from[column]];
            }
        }
    }

    /// <summary>Shortens the paths to columns not yet done that lead through a row.</summary>
    private static void Relax(
        ReadOnlySpan<double> costs,
        Span<double> ofRow,
        Span<double> ofColumn,
        Span<double> least,
        Span<int> from,
        Span<bool> isDone,
        int row,
        int last,
        double reached)
    {
        for (int column = 0; column < least.Length; column++)
        {
            // A cost that is no number, as a training that diverges has it, is as good as any.
            double cost = costs[(row * least.Length) + column];
            double length = reached + (double.IsFinite(cost) ? cost : 0) - ofRow[row] - ofColumn[column];
            if (!isDone[column] && length < least[column])
            {
                least[column] = length;
                from[column] = last;
            }
        }
    }

    private static int Nearest(Span<double> least, Span<bool> isDone)
    {
        int nearest = None;
        for (int column = 0; column < least.Length; column++)
        {
            if (!isDone[column] && (nearest == None || least[column] < least[nearest]))
            {
                nearest = column;
            }
        }

        return nearest;
    }

    /// <summary>Moves the potentials, so that the paths found cost nothing.</summary>
    private static void Raise(
        Span<double> ofRow,
        Span<double> ofColumn,
        Span<double> least,
        Span<int> rowOf,
        Span<bool> isDone,
        int row,
        double reached)
    {
        ofRow[row] += reached;
        for (int column = 0; column < least.Length; column++)
        {
            if (isDone[column])
            {
                ofColumn[column] -= reached - least[column];
                if (rowOf[column] != None)
                {
                    ofRow[rowOf[column]] += reached - least[column];
                }
            }
        }
    }
}
