namespace Lossary.Tests.Shared;

/// <summary>How far a number may be from the reference's.</summary>
/// <param name="Relative">In units of the reference.</param>
/// <param name="Absolute">On top of that.</param>
internal readonly record struct GoldenTolerance(double Relative, double Absolute)
{
    /// <summary>Whether a number is near enough; NaN is near NaN only, an infinity only itself.</summary>
    public bool Allows(double expected, double found) =>
        expected.Equals(found) || Math.Abs(found - expected) <= Absolute + (Relative * Math.Abs(expected));

    /// <summary>How many doubles lie between two numbers of one sign; 0 for equal ones.</summary>
    public static double UnitsInTheLastPlace(double expected, double found) =>
        expected.Equals(found) || expected == found ? 0
        : !double.IsFinite(expected) || !double.IsFinite(found) ? double.PositiveInfinity
        : (double)Int128.Abs(Ordered(expected) - Ordered(found));

    private static Int128 Ordered(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? -(Int128)(bits & long.MaxValue) : bits;
    }
}
