using Lossary.Numerics;
using MathNet.Numerics.Distributions;

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
    /// <summary>What is left of a regressor, as a share, below which the others say the same.</summary>
    private const double Dependent = 1e-9;

    /// <summary>The test. A regressor that is constant, or follows from those before it, counts for nothing.</summary>
    /// <param name="squares">Squared residuals, [n].</param>
    /// <param name="regressors">[count][n], without the constant.</param>
    public static BreuschPagan Of(double[] squares, double[][] regressors)
    {
        double[] centred = Centred(squares);
        double total = Sums.Dot(centred, centred), explained = 0;
        List<double[]> directions = [];
        foreach (double[] regressor in regressors)
        {
            double[] direction = Centred(regressor);
            double length = Sums.Dot(direction, direction);
            foreach (double[] earlier in directions)
            {
                double along = Sums.Dot(direction, earlier);
                direction = [.. direction.Zip(earlier, (own, other) => own - (along * other))];
            }

            double left = Sums.Dot(direction, direction);
            if (left > Dependent * length)
            {
                directions.Add([.. direction.Select(value => value / Math.Sqrt(left))]);
                explained += Math.Pow(Sums.Dot(directions[^1], centred), 2);
            }
        }

        double statistic = total > 0 ? squares.Length * explained / total : 0;
        return new(statistic, directions.Count > 0 ? 1 - ChiSquared.CDF(directions.Count, statistic) : 1);
    }

    private static double[] Centred(double[] values)
    {
        double mean = Sums.Mean(values);
        return [.. values.Select(value => value - mean)];
    }
}
