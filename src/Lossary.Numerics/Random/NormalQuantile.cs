namespace Lossary.Numerics;

/// <summary>The inverse of the normal distribution function, to about 16 digits.</summary>
/// <remarks>
/// Rational approximations of M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution",
/// Applied Statistics 37 (1988) 477–484, doi:10.2307/2347330 (PPND16). Only + − · / √ and our own logarithm, none of
/// them contracted: the same bits on every machine.
/// </remarks>
internal static class NormalQuantile
{
    private const double CentralHalfWidth = 0.425;

    private static ReadOnlySpan<double> CentralNumerator =>
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];

    /// <summary>
    /// The x for which a standard normal variable is below x with probability <paramref name="tail"/>.
    /// </summary>
    /// <param name="tail">In (0, ½].</param>
    public static double OfLowerTail(double tail)
    {
        double q = tail - 0.5;
        if (q >= -CentralHalfWidth)
        {
            return q * Ratio(CentralNumerator, CentralDenominator, (CentralHalfWidth * CentralHalfWidth) - (q * q));
        }

        double r = Math.Sqrt(-Elementary.Log<Scalar<double>>(tail).Number);
        return r <= 5
            ? -Ratio(MiddleNumerator, MiddleDenominator, r - 1.6)
            : -Ratio(FarNumerator, FarDenominator, r - 5);
    }

    /// <summary>A polynomial over a polynomial, both from the highest power down.</summary>
    private static double Ratio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, double r)
    {
        double above = 0, below = 0;
        for (int i = 0; i < numerator.Length; i++)
        {
            above = (above * r) + numerator[i];
            below = (below * r) + denominator[i];
        }

        return above / below;
    }
}
