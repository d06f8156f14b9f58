using System.Globalization;

namespace Lossary.Cli;

/// <summary>Numbers as tables and JSON hold them.</summary>
internal static class Numbers
{
    /// <summary>Six significant digits.</summary>
    public static string Plain(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>JSON knows no NaN and no infinity.</summary>
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;
}
