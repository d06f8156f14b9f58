using Lossary.Losses;

namespace Lossary.Cli.Tests;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData(@"\tfrac{1}{2} \, r^2", "½ r²", "1/2 * r^2")]
    [InlineData(@"\ln\left(1 + e^{z}\right) - t \, z", "ln(1 + eᶻ) − t · z", "ln(1 + exp(z)) - t * z")]
    [InlineData(@"e^{-\beta \, m}", "exp(−β · m)", "exp(-beta * m)")]
    [InlineData(@"\max(-\tau \, r, (1 - \tau) \, r)", "max(−τ · r, (1 − τ) · r)", "max(-tau * r, (1 - tau) * r)")]
    [InlineData(@"\frac{c^2}{2} \, x", "c²/2 · x", "c^2/2 * x")]
    [InlineData(@"\frac{a + 1}{b \, c}", "(a + 1) / (b · c)", "(a + 1) / (b * c)")]
    [InlineData(@"\ln \frac{z}{t}", "ln(z/t)", "ln(z/t)")]
    [InlineData(@"\ln \cosh r", "ln cosh r", "ln cosh r")]
    [InlineData(@"\left(x + 1\right)^{\frac{\alpha}{2}}", "(x + 1)^(α/2)", "(x + 1)^(alpha/2)")]
    [InlineData(@"\sigma\left(-m\right)^2", "σ(−m)²", "sigmoid(-m)^2")]
    [InlineData(@"\bar k - \bar{p}", "mean(k) − mean(p)", "mean(k) - mean(p)")]
    [InlineData(@"\sqrt{1 + x}", "√(1 + x)", "sqrt(1 + x)")]
    [InlineData(@"\left|r\right| \le \infty", "|r| ≤ ∞", "|r| <= inf")]
    [InlineData(@"\operatorname{clamp}\left(r, -\delta, \delta\right)", "clamp(r, −δ, δ)", "clamp(r, -delta, delta)")]
    [InlineData(@"\beta A \, \ell", "βA · ℓ", "beta A * l")]
    [InlineData(@"\sum_{j \ge k} x_j", "Σ_(j ≥ k) xⱼ", "sum_(j >= k) x_j")]
    [InlineData(@"a_k \prod_j b_j", "aₖ Πⱼ bⱼ", "a_k prod_j b_j")]
    [InlineData(@"\lVert x_i - y \rVert^2", "‖xᵢ − y‖²", "||x_i - y||^2")]
    [InlineData(@"q^\top q_j", "qᵀqⱼ", "q^T q_j")]
    [InlineData(@"\log_{10} \frac{a}{b}", "log₁₀(a/b)", "log_10(a/b)")]
    [InlineData(@"f(x) = \Big(\sum_k \mathrm{NDCG}_k\Big)", "f(x) = (Σₖ NDCGₖ)", "f(x) = (sum_k NDCG_k)")]
    [InlineData(
        @"\begin{cases} a & x < 0 \\ b & \text{otherwise} \end{cases} \, r",
        "{a where x < 0; b otherwise} · r",
        "{a where x < 0; b otherwise} * r")]
    public void Latex_becomes_what_people_write_by_hand(string latex, string text, string ascii)
    {
        Assert.Equal([text], FormulaText.Lines(latex, isUnicode: true));
        Assert.Equal([ascii], FormulaText.Lines(latex, isUnicode: false));
    }

    [Fact]
    public void A_piecewise_formula_takes_a_line_for_each_case() => Assert.Equal(
        ["½ r²      where |r| ≤ δ", "|r| − δ   otherwise"],
        FormulaText.Lines(
            @"\begin{cases} \tfrac{1}{2} \, r^2 & \left|r\right| \le \delta "
                + @"\\ \left|r\right| - \delta & \text{otherwise} \end{cases}",
            isUnicode: true));

    [Fact]
    public void Every_formula_of_the_catalogue_is_read_to_its_end()
    {
        foreach (LossEntry entry in LossCatalogue.All)
        {
            string text = FormulaText.Of(entry.Formula);
            Assert.DoesNotContain('\\', text);
            Assert.Equal(text.Count(letter => letter == '('), text.Count(letter => letter == ')'));
            Assert.All(
                FormulaText.Lines(entry.Formula, isUnicode: false), line => Assert.True(line.All(char.IsAscii), line));
        }
    }
}
