namespace Lossary.Samples;

/// <summary>Weighted least squares for a linear model: what the exact fits of other losses are made of.</summary>
internal static class LeastSquares
{
    /// <summary>The coefficients that make Σ w (x · b − y)² least.</summary>
    /// <param name="features">Shape [n, p], row by row; its columns independent.</param>
    /// <param name="targets">Shape [n].</param>
    /// <param name="weights">Shape [n], not negative.</param>
    public static double[] Fit(double[][] features, double[] targets, double[] weights)
    {
        int width = features[0].Length;
        double[,] products = new double[width, width];
        double[] right = new double[width];
        for (int row = 0; row < features.Length; row++)
        {
            for (int i = 0; i < width; i++)
            {
                right[i] += weights[row] * features[row][i] * targets[row];
                for (int j = 0; j <= i; j++)
                {
                    products[i, j] += weights[row] * features[row][i] * features[row][j];
                }
            }
        }

        return Solve(products, right);
    }

    /// <summary>Solves A b = c by Cholesky's L Lᵀ = A, of which the lower half is given.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int width = right.Length;
        double[] solution = [.. right];
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                for (int k = 0; k < j; k++)
                {
                    matrix[i, j] -= matrix[i, k] * matrix[j, k];
                }

                matrix[i, j] = i == j ? Math.Sqrt(matrix[i, i]) : matrix[i, j] / matrix[j, j];
            }

            for (int k = 0; k < i; k++)
            {
                solution[i] -= matrix[i, k] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        for (int i = width - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < width; k++)
            {
                solution[i] -= matrix[k, i] * solution[k];
            }

            solution[i] /= matrix[i, i];
        }

        return solution;
    }
}
