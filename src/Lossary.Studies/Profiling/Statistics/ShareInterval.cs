namespace Lossary.Studies;

/// <summary>The 95 % interval of a share.</summary>
/// <remarks>E. B. Wilson, Probable Inference, JASA 22 (1927), doi:10.1080/01621459.1927.10502953.</remarks>
internal static class ShareInterval
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Wilson's interval.</summary>
    /// <param name="share">In [0, 1].</param>
    /// <param name="count">Of how many; positive.</param>
    public static (double Low, double High) Of(double share, int count)
    {
        const double Square = Normal95 * Normal95;
        double centre = (share + (Square / (2 * count))) / (1 + (Square / count));
        double half = Normal95 * Math.Sqrt((share * (1 - share) / count) + (Square / (4.0 * count * count)))
            / (1 + (Square / count));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
