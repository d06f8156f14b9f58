namespace Lossary.Reports.Tests;

public sealed class LossColoursTests
{
    [Fact]
    public void The_first_six_candidates_get_the_palette_in_order()
    {
        LossColours colours = new(["a", "b", "c", "d", "e", "f", "g"]);
        string[] expected = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#a463f2"];
        Assert.Equal(expected, "abcdef".Select(key => colours[key.ToString()].Colour));
        Assert.DoesNotContain(colours["g"].Colour, expected);
    }

    [Fact]
    public void A_repeated_candidate_keeps_its_first_colour()
    {
        LossColours colours = new(["a", "b", "a", "c"]);
        Assert.Equal(new SeriesStyle(0), colours["a"]);
        Assert.Equal(new SeriesStyle(2), colours["c"]);
    }

    [Fact]
    public void Coloured_losses_differ_in_dash_too() =>
        Assert.Equal(6, Enumerable.Range(0, 6).Select(i => new SeriesStyle(i).Dash).Distinct().Count());

    [Fact]
    public void An_unknown_loss_is_grey() =>
        Assert.True(new LossColours(["a"])["z"].Slot >= SeriesStyle.Coloured);
}
