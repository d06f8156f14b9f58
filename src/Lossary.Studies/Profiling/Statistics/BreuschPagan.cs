using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearRegression;

namespace Lossary.Studies;

/// <summary>Tests whether the spread of residuals depends on something.</summary>
/// <remarks>
/// n R² of the regression of squared residuals, χ² with as many degrees of freedom as regressors. R. Koenker, A Note on
/// Studentizing a Test for Heteroscedasticity, Journal of Econometrics 17 (1981), doi:10.1016/0304-4076(81)90062-2.
/// </remarks>
/// <param name="Statistic">n R².</param>
/// <param name="PValue">Its probability, or that of a larger one, if the spread is the same everywhere.</param>
internal readonly record struct BreuschPagan(double Statistic, double PValue)
{
    /// <summary>The test.</summary>
    /// <param name="squares">Squared residuals, [n].</param>
    /// <param name="regressors">[n][count], without the constant; linearly independent.</param>
    public static BreuschPagan Of(double[] squares, double[][] regressors)
    {
        double[] weights = MultipleRegression.QR(regressors, squares, intercept: true);
        double mean = squares.Average(), total = 0, unexplained = 0;
        for (int i = 0; i < squares.Length; i++)
        {
            double fitted = weights[0];
            for (int j = 0; j < regressors[i].Length; j++)
            {
                fitted += weights[j + 1] * regressors[i][j];
            }

            total += (squares[i] - mean) * (squares[i] - mean);
            unexplained += (squares[i] - fitted) * (squares[i] - fitted);
        }

        double statistic = total > 0 ? squares.Length * Math.Max(0, 1 - (unexplained / total)) : 0;
        return new(statistic, 1 - ChiSquared.CDF(regressors[0].Length, statistic));
    }
}
