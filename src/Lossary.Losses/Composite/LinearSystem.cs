namespace Lossary.Losses;

/// <summary>Small systems of linear equations.</summary>
internal static class LinearSystem
{
    private const double Smallest = 1e-10;

    /// <summary>Solves by elimination, the largest pivot of each column first.</summary>
    /// <param name="system">Shape [n, n + 1], the right side last; overwritten.</param>
    /// <param name="solution">Shape [n].</param>
    /// <returns>False where a pivot is next to nothing beside the column's largest number.</returns>
    public static bool TrySolve(double[,] system, Span<double> solution)
    {
        int n = solution.Length;
        double scale = system.Cast<double>().Max(Math.Abs);
        for (int column = 0; column < n; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(system[row, column]) > Math.Abs(system[pivot, column]) ? row : pivot;
            }

            if (!(Math.Abs(system[pivot, column]) > Smallest * scale))
            {
                return false;
            }

            for (int at = 0; at <= n; at++)
            {
                (system[column, at], system[pivot, at]) = (system[pivot, at], system[column, at]);
            }

            Eliminate(system, column, n);
        }

        for (int i = 0; i < n; i++)
        {
            solution[i] = system[i, n] / system[i, i];
        }

        return true;
    }

    private static void Eliminate(double[,] system, int column, int n)
    {
        for (int row = 0; row < n; row++)
        {
            double factor = row == column ? 0 : system[row, column] / system[column, column];
            for (int at = column; at <= n && factor != 0; at++)
            {
                system[row, at] -= factor * system[column, at];
            }
        }
    }
}
