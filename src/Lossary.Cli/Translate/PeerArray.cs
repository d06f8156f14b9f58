using System.Globalization;
using System.Text.RegularExpressions;

namespace Lossary.Cli;

/// <summary>
/// Numbers as Python writes several of them: <c>torch.tensor([1., 2.])</c>, <c>[1, 2]</c>, <c>{0: 1, 1: 2}</c>.
/// </summary>
internal static partial class PeerArray
{
    /// <summary>What makes an array of a list, in all libraries.</summary>
    private static readonly string[] s_makers =
    [
        "tensor", "as_tensor", "Tensor", "FloatTensor", "DoubleTensor", "array", "asarray", "constant",
            "convert_to_tensor",
    ];

    /// <summary>The numbers; null where it is no list of numbers that can be read without running it.</summary>
    /// <remarks>A dictionary counts where its keys are the classes 0, 1, 2 … in their order.</remarks>
    public static double[]? Read(string text)
    {
        string plain = Moves().Replace(text.Trim(), "");
        Match made = Made().Match(plain);
        if (made.Success)
        {
            return s_makers.Contains(made.Groups["maker"].Value) ? Read(First(made.Groups["inner"].Value)) : null;
        }

        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double single))
        {
            return [single];
        }

        if (plain is not (['[', .., ']'] or ['(', .., ')'] or ['{', .., '}']))
        {
            return null;
        }

        string[] items = plain[1..^1].Split(',', StringSplitOptions.TrimEntries);
        if (items.Length > 1 && items[^1].Length == 0)
        {
            items = items[..^1];
        }

        double[] numbers = new double[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            string[] parts = items[i].Split(':', StringSplitOptions.TrimEntries);
            bool isClass = parts.Length == 2 && parts[0] == i.ToString(CultureInfo.InvariantCulture);
            if ((plain[0] == '{') != isClass
                || !double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    /// <summary>As C# writes them: <c>[1, 2.5]</c>.</summary>
    public static string Code(IEnumerable<double> numbers) => $"[{string.Join(", ", numbers.Select(LossCode.Number))}]";

    /// <summary>The first argument of a call; its brackets hold commas of their own.</summary>
    private static string First(string arguments)
    {
        int depth = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            depth += arguments[i] is '[' or '(' or '{' ? 1 : arguments[i] is ']' or ')' or '}' ? -1 : 0;
            if (depth == 0 && arguments[i] == ',')
            {
                return arguments[..i];
            }
        }

        return arguments;
    }

    /// <summary>To a device or another type, which changes no number.</summary>
    [GeneratedRegex(@"(\.(to|cuda|cpu|float|double|astype)\([^()]*\))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Moves();

    [GeneratedRegex(
        @"^(\w+\.)*(?<maker>[A-Za-z_]\w*)\((?<inner>.*)\)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Made();
}
