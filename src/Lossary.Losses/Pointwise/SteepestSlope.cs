using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The Lipschitz constant of a loss of a logit that has no closed form: looked for when traits are asked.
/// </summary>
internal static class SteepestSlope
{
    /// <summary>Beyond this logit, both ways, a slope is its limit to a relative 1e−12.</summary>
    private const double Far = 30;

    /// <summary>
    /// The supremum of |∂L/∂z| over all logits and targets in [0, 1], for a loss that is steepest at a target of 0 or
    /// 1, as those linear in their target are, and whose |∂L/∂z| has one hump for each class.
    /// </summary>
    public static double Of<TLoss>(TLoss loss)
        where TLoss : struct, IPointwiseLoss<TLoss>
    {
        double Steepness(double z, double target) =>
            Math.Abs(TLoss.Slope(loss, new Scalar<double>(z), new Scalar<double>(target)).Slope.Number);
        return Math.Max(Largest(z => Steepness(z, 0)), Largest(z => Steepness(z, 1)));
    }

    /// <summary>By golden sections; ties go right, away from the logits at which a class costs nothing.</summary>
    private static double Largest(Func<double, double> f)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2;
        (double low, double high) = (-Far, Far);
        (double left, double right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
        (double atLeft, double atRight) = (f(left), f(right));
        for (int step = 0; step < 45; step++)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (ratio * (high - low));
                atLeft = f(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (ratio * (high - low));
                atRight = f(right);
            }
        }

        return Math.Max(atLeft, atRight);
    }
}
