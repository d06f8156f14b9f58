using System.CommandLine;
using System.Globalization;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The options of <c>compare</c> on what its numbers mean.</summary>
internal static class VerdictOptions
{
    private static readonly ComparisonOptions Defaults = new();

    public static Option<VerdictTest> Test() => new("--test")
    {
        HelpName = "TEST",
        Description = "What tells a real gap: t, the corrected resampled t-test, or bayes, with --rope. [default: t]",
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (text is not ("t" or "bayes"))
            {
                argument.AddError($"--test must be t or bayes, but is '{text}'.");
            }

            return text == "bayes" ? VerdictTest.Bayes : VerdictTest.CorrectedT;
        },
    };

    public static Option<double> Rope() => new("--rope")
    {
        HelpName = "SHARE",
        Description =
            "Differences that are practically none: a share of the best error, or points of accuracy and its like.",
        DefaultValueFactory = _ => Defaults.Rope,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double rope)
                && rope is >= 0 and < 1)
            {
                return rope;
            }

            argument.AddError($"--rope must be a number from 0 to below 1, such as 0.01, but is '{text}'.");
            return Defaults.Rope;
        },
    };

    public static Option<string[]> Segments() => new("--segments")
    {
        HelpName = "COLUMN",
        Description = "Also look where the winner loses by the values of this column; may be given several times.",
    };
}
