using System.Globalization;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Numbers as tables and JSON hold them.</summary>
internal static class Numbers
{
    /// <summary>Six significant digits.</summary>
    public static string Plain(double value) => Text(value, 6);

    /// <summary>Four significant digits.</summary>
    public static string Short(double value) => Text(value, 4);

    /// <summary>JSON knows no NaN and no infinity; a zero has no sign.</summary>
    public static double? OrNull(double value) => double.IsFinite(value) ? value + 0.0 : null;

    private static string Text(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return Quantity.Format(value);
        }

        string text = value.ToString($"G{digits}", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
