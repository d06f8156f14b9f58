using System.Globalization;

namespace Lossary.Cli;

/// <summary>Reads the options that take several numbers: <c>--hidden 64,32</c>.</summary>
internal static class NumberList
{
    private const int WidestLayer = 65536;

    /// <summary>Widths of layers; <c>0</c> alone means none.</summary>
    /// <exception cref="UsageException">One is no number, or out of its range.</exception>
    public static IReadOnlyList<int> Widths(string option, string text) => text.Trim() == "0"
        ? []
        : [.. Parts(option, text).Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int width)
                && width is > 0 and <= WidestLayer
                ? width
                : throw new UsageException(
                    $"{option} takes whole numbers of 1 to {WidestLayer}, or 0 alone, but has '{part}'."))];

    /// <summary>Learning rates, each once.</summary>
    /// <exception cref="UsageException">One is no number, or not positive.</exception>
    public static IReadOnlyList<double> Rates(string option, string text) =>
    [
        .. Parts(option, text).Select(part =>
            double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
                && rate > 0
                && double.IsFinite(rate)
                ? rate
                : throw new UsageException($"{option} takes positive numbers, but has '{part}'.")).Distinct(),
    ];

    private static string[] Parts(string option, string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 ? parts : throw new UsageException($"{option} is an empty list.");
    }
}
