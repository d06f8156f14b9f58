using System.Globalization;

namespace Lossary.Losses.Tests;

/// <summary>Comparisons whose failures say where and by how much.</summary>
internal static class Close
{
    /// <summary>Whether two numbers agree; NaN agrees with NaN, infinities with themselves.</summary>
    public static bool Are(double expected, double actual, double relative, double absolute) =>
        expected.Equals(actual)
        || Math.Abs(expected - actual) <= absolute + (relative * Math.Max(Math.Abs(expected), Math.Abs(actual)));

    /// <summary>Fails where two numbers do not agree.</summary>
    public static void Check(double expected, double actual, double relative, double absolute, string what)
    {
        if (!Are(expected, actual, relative, absolute))
        {
            Fail($"{what}: expected {expected:R}, found {actual:R}");
        }
    }

    /// <summary>Fails where a claim does not hold.</summary>
    public static void Claim(bool holds, FormattableString what)
    {
        if (!holds)
        {
            Fail(what);
        }
    }

    private static void Fail(FormattableString what) => Assert.Fail(what.ToString(CultureInfo.InvariantCulture));
}
