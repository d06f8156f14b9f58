using System.Globalization;

namespace Lossary.Cli;

/// <summary>Numbers with commas between, as options state them, or a file in their place.</summary>
internal static class StatedNumbers
{
    /// <summary>Whether a value names a file, and is no number: it ends as one, or there is one.</summary>
    public static bool IsFile(string value) =>
        value.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || File.Exists(value);

    /// <summary>The numbers of an option.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="count">How many there must be; null for any number.</param>
    /// <exception cref="UsageException">There are more or fewer, or one is no number.</exception>
    public static double[] Read(string option, string text, int? count)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        double[] numbers =
        [
            .. parts.Select(part =>
                double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new UsageException($"{option} takes numbers, but '{part}' is none.")),
        ];
        return count is null || numbers.Length == count
            ? numbers
            : throw new UsageException(
                $"{option} takes {count} {(count == 1 ? "number" : "numbers with a comma between")}, but is '{text}'.");
    }
}
