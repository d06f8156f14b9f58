using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>Where the true share may be, from how often something happened.</summary>
/// <remarks>
/// E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; stays within [0, 1] and is right
/// for small shares too.
/// </remarks>
internal static class WilsonInterval
{
    private static readonly double Z = Normal.InvCDF(0, 1, 0.5 + (ResampledDifference.Confidence / 2));

    public static (double Low, double High) Of(int happened, int count)
    {
        double share = (double)happened / count, square = Z * Z / count;
        double middle = (share + (square / 2)) / (1 + square);
        double reach = Math.Sqrt((share * (1 - share) * square) + (square * square / 4)) / (1 + square);
        return (happened == 0 ? 0 : middle - reach, happened == count ? 1 : middle + reach);
    }
}
