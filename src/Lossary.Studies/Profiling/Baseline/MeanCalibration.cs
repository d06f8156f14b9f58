using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// Brings predicted means to the height and steepness that the targets have: ln μ = a + b ln μ̂ by Poisson's
/// quasi-likelihood, which no constant of the variance changes.
/// </summary>
internal static class MeanCalibration
{
    private const int Steps = 20;
    private const double LongestStep = 1;

    /// <summary>
    /// Means below this share of the average mean are raised to it: a guess of nearly nothing is no knowledge.
    /// </summary>
    private const double SmallestShare = 0.01;

    /// <summary>Means whose sum is that of the targets.</summary>
    /// <param name="means">Out of fold, positive, [n].</param>
    /// <param name="targets">Not negative, [n].</param>
    public static double[] Of(double[] means, double[] targets)
    {
        double average = targets.Average(), least = SmallestShare * average;
        if (!(average > 0))
        {
            return means;
        }

        double[] logs = [.. means.Select(
            mean => RealFunctions.Log(Math.Clamp(mean, least, double.MaxValue) / average))];
        (double height, double steepness) = (0, 1);
        for (int step = 0; step < Steps; step++)
        {
            (double a, double b) = Newton(logs, targets, average, height, steepness);
            height += Math.Clamp(a, -LongestStep, LongestStep);
            steepness = Math.Clamp(steepness + Math.Clamp(b, -LongestStep, LongestStep), 0, 2);
        }

        double[] calibrated =
            [.. logs.Select(log => Math.Max(least, average * RealFunctions.Exp(height + (steepness * log))))];
        double ratio = average / calibrated.Average();
        return [.. calibrated.Select(mean => mean * ratio)];
    }

    private static (double A, double B) Newton(double[] logs, double[] targets, double average, double a, double b)
    {
        double gradientA = 0, gradientB = 0, aa = 0, ab = 0, bb = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            double mean = RealFunctions.Exp(a + (b * logs[i])), difference = (targets[i] / average) - mean;
            gradientA += difference;
            gradientB += difference * logs[i];
            aa += mean;
            ab += mean * logs[i];
            bb += mean * logs[i] * logs[i];
        }

        double determinant = (aa * bb) - (ab * ab);
        return determinant > 1e-9 * aa * bb
            ? (((bb * gradientA) - (ab * gradientB)) / determinant, ((aa * gradientB) - (ab * gradientA)) / determinant)
            : (gradientA / aa, 0);
    }
}
