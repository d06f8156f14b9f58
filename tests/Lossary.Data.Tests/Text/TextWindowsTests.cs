namespace Lossary.Data.Tests;

public sealed class TextWindowsTests
{
    [Fact]
    public void The_targets_are_the_inputs_one_token_on()
    {
        TextWindows windows = new([1, 2, 3, 4, 5, 6, 7, 8], steps: 3);

        Assert.Equal((2, 3), (windows.Count, windows.Steps));
        Assert.Equal([1, 2, 3, 4, 5, 6], windows.Inputs);
        Assert.Equal([2, 3, 4, 5, 6, 7], windows.Targets);
    }

    [Fact]
    public void Stretches_may_overlap()
    {
        TextWindows windows = new([1, 2, 3, 4, 5], steps: 2, stride: 1);

        Assert.Equal([1, 2, 2, 3, 3, 4], windows.Inputs);
        Assert.Equal([2, 3, 3, 4, 4, 5], windows.Targets);
    }

    [Fact]
    public void A_text_that_is_too_short_is_refused() => Assert.StartsWith(
        "tokens has 3 elements; a stretch of 3 with the token after it needs 4.",
        Assert.Throws<ArgumentException>(() => new TextWindows([1, 2, 3], steps: 3)).Message,
        StringComparison.Ordinal);
}
