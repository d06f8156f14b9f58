using System.Text.RegularExpressions;

namespace Lossary.Repository.Tests;

/// <summary>The formulas on the losses' pages are LaTeX that a page can set.</summary>
public sealed class LossFormulaTests
{
    private const string Folder = "docs/losses";

    [Fact]
    public void A_formula_closes_what_it_opens()
    {
        (string Path, string Formula)[] formulas =
        [
            .. Repository.Files(Folder).Where(path => path.EndsWith(".md", StringComparison.Ordinal))
                .SelectMany(path => Formulas(Repository.ReadText(path)).Select(formula => (path, formula))),
        ];

        Assert.True(formulas.Length > 1000, $"Only {formulas.Length} formulas were found.");
        Assert.Equal([], formulas.Where(found => !IsClosed(found.Formula)).Select(found => $"{found.Path}: {found.Formula}"));
    }

    [Theory]
    [InlineData(@"\frac{a}{b}", true)]
    [InlineData(@"\{ x \}", true)]
    [InlineData(@"\frac{a}{b", false)]
    [InlineData(@"a}{b", false)]
    [InlineData(@"\left( a \right)", true)]
    [InlineData(@"\left( a )", false)]
    [InlineData(@"\begin{cases} a \end{cases}", true)]
    [InlineData(@"\begin{cases} a", false)]
    public void Braces_delimiters_and_environments_count(string formula, bool isClosed) =>
        Assert.Equal(isClosed, IsClosed(formula));

    private static IEnumerable<string> Formulas(string page)
    {
        MatchCollection displayed = Regex.Matches(page, @"```math\n(.*?)```", RegexOptions.Singleline);
        string prose = Regex.Replace(Regex.Replace(page, "```.*?```", "", RegexOptions.Singleline), "`[^`]*`", "");
        return displayed.Concat(Regex.Matches(prose, @"\$([^$\n]+)\$")).Select(match => match.Groups[1].Value);
    }

    private static bool IsClosed(string formula)
    {
        string plain = Regex.Replace(formula, @"\\[{}\\]", "");
        int depth = 0;
        foreach (char character in plain)
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0
            && Count(plain, @"\\left\b") == Count(plain, @"\\right\b")
            && Count(plain, @"\\begin\b") == Count(plain, @"\\end\b");
    }

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);
}
