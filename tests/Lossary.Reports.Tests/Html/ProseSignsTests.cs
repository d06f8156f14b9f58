namespace Lossary.Reports.Tests;

public sealed class ProseSignsTests
{
    [Theory]
    [InlineData("p < 0.001", "p\u00A0<\u00A00.001")]
    [InlineData("0.5 % (0.3–0.8 %)", "0.5\u00A0% (0.3\u2060–\u20600.8\u00A0%)")]
    [InlineData("12.8 k in 340 ms, 2 h 5 min", "12.8\u00A0k in 340\u00A0ms, 2\u00A0h 5\u00A0min")]
    [InlineData("at -2.5", "at −2.5")]
    [InlineData("5 folds, a 3 knot spline, row-2", "5 folds, a 3 knot spline, row-2")]
    public void A_number_stays_with_its_sign_and_its_unit(string text, string expected) =>
        Assert.Equal(expected, ProseSigns.Of(text));
}
