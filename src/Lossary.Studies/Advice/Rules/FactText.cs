using System.Globalization;

namespace Lossary.Studies;

/// <summary>Facts and limits inside a sentence.</summary>
internal static class FactText
{
    /// <summary>What is said of a fact that the profile does not hold.</summary>
    public const string Absent = "not known of this target";

    public static string Of(Fact fact) => Of(fact.Value, fact.Card.Unit);

    public static string Of(double value, FactUnit unit) => unit switch
    {
        FactUnit.Share => Short(100 * value, 2) + " %",
        FactUnit.PValue => value < 0.0001 ? "< 0.0001" : Short(value, 2),
        FactUnit.Count => value.ToString("0", CultureInfo.InvariantCulture),
        FactUnit.Flag => value > 0 ? "yes" : "no",
        _ => Short(value, 3),
    };

    /// <summary>So many significant digits, and no exponent where there need be none.</summary>
    public static string Short(double value, int digits)
    {
        double rounded = Rounded(value, digits);
        return Math.Abs(rounded) is 0 or (>= 1e-4 and < 1e12)
            ? rounded.ToString("0.##########", CultureInfo.InvariantCulture)
            : rounded.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The number to so many significant digits; whole numbers keep all.</summary>
    public static double Rounded(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return decimals <= 0 ? Math.Round(value) : decimals <= 15 ? Math.Round(value, decimals) : value;
    }
}
