using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Draws from the distributions that planted truths are made of; all exact, none by a limit theorem.</summary>
internal static class Draws
{
    /// <summary>A waiting time of mean 1.</summary>
    public static double NextExponential(this RandomStream random) => -RealFunctions.Log(1 - random.NextDouble());

    /// <summary>A gamma variable: mean and variance are both <paramref name="shape"/>.</summary>
    /// <remarks>
    /// G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000) 363–372,
    /// doi:10.1145/358407.358414; below 1 the shape is raised by one and the draw shrunk, as they say.
    /// </remarks>
    /// <param name="random">Drawn from.</param>
    /// <param name="shape">Positive.</param>
    public static double NextGamma(this RandomStream random, double shape)
    {
        if (shape < 1)
        {
            double larger = random.NextGamma(shape + 1);
            return larger * RealFunctions.Pow(1 - random.NextDouble(), 1 / shape);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.NextNormal(), root = 1 + (c * x);
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            if (RealFunctions.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * RealFunctions.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Student's t: moments of order <paramref name="degrees"/> and above do not exist.</summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="degrees">Degrees of freedom; positive.</param>
    public static double NextStudentT(this RandomStream random, double degrees) =>
        random.NextNormal() / Math.Sqrt(random.NextGamma(degrees / 2) / (degrees / 2));

    /// <summary>
    /// A share in (0, 1) of mean <paramref name="mean"/> and variance mean (1 − mean) / (precision + 1).
    /// </summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="mean">In (0, 1).</param>
    /// <param name="precision">Positive.</param>
    public static double NextBeta(this RandomStream random, double mean, double precision)
    {
        double one = random.NextGamma(mean * precision), other = random.NextGamma((1 - mean) * precision);
        return one / (one + other);
    }

    /// <summary>A Poisson count: arrivals in a time of length <paramref name="mean"/>, one by one.</summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="mean">Not negative; the time that a draw takes grows with it.</param>
    public static int NextPoisson(this RandomStream random, double mean)
    {
        int count = 0;
        for (double time = random.NextExponential(); time < mean; time += random.NextExponential())
        {
            count++;
        }

        return count;
    }

    /// <summary>A count of variance mean + alpha · mean²: a Poisson count whose mean is a gamma variable.</summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="mean">Not negative.</param>
    /// <param name="alpha">The over-dispersion; positive.</param>
    public static int NextNegativeBinomial(this RandomStream random, double mean, double alpha) =>
        random.NextPoisson(mean * alpha * random.NextGamma(1 / alpha));

    /// <summary>
    /// A Tweedie variable of a power between 1 and 2: the sum of a Poisson number of gamma variables.
    /// </summary>
    /// <remarks>
    /// Variance dispersion · mean^power; exactly 0 with probability exp(−λ), λ = mean^(2 − power) / (dispersion (2 −
    /// power)). B. Jørgensen, The Theory of Dispersion Models, 1997, section 4.2.
    /// </remarks>
    /// <param name="random">Drawn from.</param>
    /// <param name="mean">Positive.</param>
    /// <param name="power">In (1, 2).</param>
    /// <param name="dispersion">Positive.</param>
    public static double NextTweedie(this RandomStream random, double mean, double power, double dispersion)
    {
        double rate = RealFunctions.Pow(mean, 2 - power) / (dispersion * (2 - power));
        double shape = (2 - power) / (power - 1), scale = dispersion * (power - 1) * RealFunctions.Pow(mean, power - 1);
        int claims = random.NextPoisson(rate);
        return claims == 0 ? 0 : scale * random.NextGamma(claims * shape);
    }
}
