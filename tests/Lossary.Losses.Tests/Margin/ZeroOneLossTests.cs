namespace Lossary.Losses.Tests;

public sealed class ZeroOneLossTests() : MarginLaws<ZeroOneLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override double Published(double margin) => margin < 0 ? 1 : 0;

    [Fact]
    public void Mean_is_the_error_rate() =>
        Assert.Equal(0.25, default(ZeroOneLoss).Mean([0.3, -2.0, 0, 5], [1.0, 1, -1, 1]));
}
