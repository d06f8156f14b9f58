namespace Lossary.Losses.Tests;

public sealed class LogNormalLossTests() : PointwiseLaws<LogNormalLoss>(default)
{
    protected override double Published(double prediction, double target) =>
        Math.Pow(prediction - Math.Log(target), 2) / 2;

    [Fact]
    public void Twice_the_prediction_costs_as_much_as_half_of_it()
    {
        foreach (double median in new[] { 1e-3, 1, 250_000 })
        {
            double z = Math.Log(median);
            double above = default(LogNormalLoss).Mean([z], [2 * median]), below = default(LogNormalLoss).Mean([z], [median / 2]);
            Close.Check(above, below, 1e-12, 0, $"at {median:R}");
            Close.Check(0.5 * Math.Log(2) * Math.Log(2), above, 1e-12, 0, $"at {median:R}");
        }
    }

    [Fact]
    public void Another_unit_of_the_target_moves_the_prediction_alone()
    {
        Close.Check(
            default(LogNormalLoss).Mean([1.3], [7.0]), default(LogNormalLoss).Mean([1.3 + Math.Log(100)], [700.0]), 1e-13, 0, $"L");
    }
}
