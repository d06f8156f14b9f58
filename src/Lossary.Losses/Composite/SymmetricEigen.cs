namespace Lossary.Losses;

/// <summary>Eigenvalues and -vectors of small symmetric matrices.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Turns pairs of axes (Jacobi) until nothing is left beside the diagonal.</summary>
    /// <param name="matrix">Shape [n, n], symmetric; its diagonal receives the eigenvalues, in no order.</param>
    /// <param name="vectors">Shape [n, n]; receives the eigenvector of each in a row, of length 1.</param>
    /// <param name="n">The number of rows.</param>
    public static void Solve(Span<double> matrix, Span<double> vectors, int n)
    {
        vectors.Clear();
        double size = 0;
        for (int i = 0; i < n; i++)
        {
            vectors[(i * n) + i] = 1;
            size = Math.Max(size, Math.Abs(matrix[(i * n) + i]));
        }

        double rest = double.PositiveInfinity;
        for (int sweep = 0; sweep < MostSweeps && rest > 1e-16 * size; sweep++)
        {
            rest = 0;
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    rest = Math.Max(rest, Math.Abs(matrix[(p * n) + q]));
                    Turn(matrix, vectors, n, p, q);
                }
            }
        }
    }

    /// <summary>Turns two axes so that the number between them becomes 0.</summary>
    private static void Turn(Span<double> matrix, Span<double> vectors, int n, int p, int q)
    {
        double between = matrix[(p * n) + q];
        if (between == 0)
        {
            return;
        }

        double ratio = (matrix[(q * n) + q] - matrix[(p * n) + p]) / (2 * between);
        double tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt(1 + (ratio * ratio)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent)), sine = tangent * cosine;
        for (int k = 0; k < n; k++)
        {
            Rotate(ref matrix[(k * n) + p], ref matrix[(k * n) + q], cosine, sine);
        }

        for (int k = 0; k < n; k++)
        {
            Rotate(ref matrix[(p * n) + k], ref matrix[(q * n) + k], cosine, sine);
            Rotate(ref vectors[(p * n) + k], ref vectors[(q * n) + k], cosine, sine);
        }

        matrix[(p * n) + q] = matrix[(q * n) + p] = 0;
    }

    private static void Rotate(ref double x, ref double y, double cosine, double sine) =>
        (x, y) = ((cosine * x) - (sine * y), (sine * x) + (cosine * y));
}
