namespace Lossary.Reports.Tests;

public sealed class EscapingTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("a \" b & c", "a &quot; b &amp; c")]
    [InlineData("line\nbreak", "line break")]
    [InlineData("bell\u0007 null\0 escape\u001b[31m", "bell null escape[31m")]
    [InlineData("turned\u202Etext", "turnedtext")]
    [InlineData("naïve 价格 😀", "naïve 价格 😀")]
    public void Text_stays_text_in_markup(string text, string expected) =>
        Assert.Equal(expected, Escaping.Markup(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("a\uFFFDb", Escaping.Markup("a\uD800b"));

    [Fact]
    public void A_cut_text_ends_in_an_ellipsis_and_never_within_a_character()
    {
        Assert.Equal("abc", Escaping.Cut("abc", 3));
        Assert.Equal("ab…", Escaping.Cut("abcd", 2));
        Assert.Equal("a…", Escaping.Cut("a😀b", 2));
    }

    [Theory]
    [InlineData("a_b*c`d|e", @"a\_b\*c\`d\|e")]
    [InlineData("[link](javascript:x)", @"\[link\](javascript:x)")]
    [InlineData("<b>&amp;", "&lt;b&gt;&amp;amp;")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("-6.1 %", "-6.1 %")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("1.5", "1.5")]
    [InlineData("two\r\nlines", "two  lines")]
    public void Text_stays_text_in_markdown(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void A_fence_is_longer_than_the_backticks_in_the_code() =>
        Assert.Equal("````\na ``` b\n````", MarkdownText.Fenced("a ``` b\n"));

    [Fact]
    public void Terminal_text_holds_no_commands()
    {
        Assert.Equal("[31mred", TerminalText.Clean("\u001b[31mred", TerminalCharacters.Unicode));
        Assert.Equal("10-5 ?", TerminalText.Clean("10⁻⁵ 价", TerminalCharacters.Ascii));
    }
}
