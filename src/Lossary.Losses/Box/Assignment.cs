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
    /// What each row costs in each column, <c>[rows, columns]</c>; no more rows than columns.
    /// </param>
    /// <param name="columns">Receives each row's column.</param>
    public static void Solve(double[,] costs, Span<int> columns)
    {
        int rows = costs.GetLength(0), width = costs.GetLength(1);
        double[] ofRow = new double[rows], ofColumn = new double[width], least = new double[width];
        int[] rowOf = new int[width], from = new int[width];
        bool[] isDone = new bool[width];
        Array.Fill(rowOf, None);
        for (int row = 0; row < rows; row++)
        {
            Array.Fill(least, double.PositiveInfinity);
            Array.Clear(isDone);
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

        for (int column = 0; column < width; column++)
        {
            if (rowOf[column] != None)
            {
                columns[rowOf[column]] = column;
            }
        }
    }

    /// <summary>Shortens the paths to columns not yet done that lead through a row.</summary>
    private static void Relax(
        double[,] costs,
        double[] ofRow,
        double[] ofColumn,
        double[] least,
        int[] from,
        bool[] isDone,
        int row,
        int last,
        double reached)
    {
        for (int column = 0; column < least.Length; column++)
        {
            // A cost that is no number, as a training that diverges has it, is as good as any.
            double cost = double.IsFinite(costs[row, column]) ? costs[row, column] : 0;
            double length = reached + cost - ofRow[row] - ofColumn[column];
            if (!isDone[column] && length < least[column])
            {
                least[column] = length;
                from[column] = last;
            }
        }
    }

    private static int Nearest(double[] least, bool[] isDone)
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
        double[] ofRow, double[] ofColumn, double[] least, int[] rowOf, bool[] isDone, int row, double reached)
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
