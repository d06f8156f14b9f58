namespace Lossary.Reports.Tests;

public sealed class TextWidthTests
{
    [Fact]
    public void Wide_letters_are_wider_than_narrow_ones() =>
        Assert.True(TextWidth.Of("WWW", 12) > 3 * TextWidth.Of("iii", 12));

    [Fact]
    public void A_text_that_fits_is_kept() =>
        Assert.Equal("Huber", TextWidth.Fit("Huber", 12, TextWidth.Of("Huber", 12)));

    [Fact]
    public void A_text_that_does_not_fit_is_cut_to_the_width()
    {
        string cut = TextWidth.Fit("Generalised cross entropy", 12, 80);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.True(TextWidth.Of(cut, 12) <= 80);
    }
}
