using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli.Tests;

public sealed class LossPlotTests
{
    /// <summary>Of several arrays, where a number moves beside others.</summary>
    public static TheoryData<string> Keys =>
        [.. LossCatalogue.All.Where(entry => entry.Create() is IArrayLoss).Select(entry => entry.Card.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_loss_of_arrays_is_drawn_where_it_changes(string key)
    {
        LossEntry entry = LossCatalogue.Find(key);
        LossVariable variable = LossVariable.Of(entry);
        double[] places = [.. Enumerable.Range(0, 25).Select(i => variable.Low + ((variable.High - variable.Low) * i / 24))];

        double[] values = [.. LossVariable.At(entry, entry.Create(), places).Select(point => point.Value)];

        Assert.True(
            values.Max() - values.Min() > 1e-6 * values.Max(Math.Abs),
            $"{key} is {values[0]} from {variable.Low} to {variable.High}.");
    }

    [Theory]
    [InlineData("chi-square")] // 1 / x at 0
    [InlineData("itakura-saito")]
    public void A_pole_is_cut_off_so_that_the_minimum_is_seen(string key) =>
        Assert.InRange(PlotOf(key).Y.Maximum ?? double.PositiveInfinity, 1, 10);

    [Theory]
    [InlineData("squared")]
    [InlineData("squared-hinge")] // 16 at a margin of -3
    [InlineData("deep-svdd")]
    public void What_grows_steadily_is_shown_whole(string key) => Assert.Null(PlotOf(key).Y.Maximum);

    private static LinePlot PlotOf(string key)
    {
        LossEntry entry = LossCatalogue.Find(key);
        return LossPlot.WithCurvature(entry, entry.Create());
    }
}
