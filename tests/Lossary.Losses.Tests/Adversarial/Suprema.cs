namespace Lossary.Losses.Tests;

/// <summary>The largest value of a concave function of a positive number, by golden sections of its logarithm.</summary>
internal static class Suprema
{
    public static double Find(Func<double, double> function)
    {
        double low = -30, high = 10, ratio = (Math.Sqrt(5) - 1) / 2;
        for (int step = 0; step < 200; step++)
        {
            double left = high - (ratio * (high - low)), right = low + (ratio * (high - low));
            (low, high) = function(Math.Exp(left)) > function(Math.Exp(right)) ? (low, right) : (left, high);
        }

        return function(Math.Exp(0.5 * (low + high)));
    }
}
