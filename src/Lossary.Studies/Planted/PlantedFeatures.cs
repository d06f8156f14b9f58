using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// What a planted target depends on: three columns of numbers and one of names; a fourth number is of no use.
/// </summary>
/// <param name="X1">Normal.</param>
/// <param name="X2">Uniform in (−2, 2).</param>
/// <param name="X3">Normal.</param>
/// <param name="X4">Normal, and never used.</param>
/// <param name="Group">a, b or c, equally likely.</param>
internal readonly record struct PlantedFeatures(double X1, double X2, double X3, double X4, char Group)
{
    /// <summary>The header's part.</summary>
    public const string Names = "x1,x2,x3,x4,group";

    /// <summary>What features say about a number: mean 0, standard deviation 1.</summary>
    /// <remarks>
    /// A line, a bend, a saturation and a shift of the groups, whose variances are 0.49, 0.2, 0.19 and 0.12.
    /// </remarks>
    public double Signal
    {
        get
        {
            double line = 0.7 * X1;
            double bend = 0.375 * ((X2 * X2) - (4.0 / 3));
            double saturation = 0.7 * RealFunctions.Tanh(X3);
            double shift = Group switch { 'a' => -0.42, 'b' => 0, _ => 0.42 };
            return line + bend + saturation + shift;
        }
    }

    /// <summary>A second signal, uncorrelated with the first: mean 0, standard deviation 1.</summary>
    public double Other => (0.7255 * X3) - (0.577 * ((X2 * X2) - (4.0 / 3)));

    public static PlantedFeatures Next(RandomStream random) => new(
        random.NextNormal(),
        (4 * random.NextDouble()) - 2,
        random.NextNormal(),
        random.NextNormal(),
        "abc"[random.NextInt(3)]);
}
