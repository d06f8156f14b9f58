namespace Lossary.Losses.Tests;

public sealed class SymmetricPercentageLossTests() : PointwiseLaws<SymmetricPercentageLoss>(new(1), 1)
{
    protected override IReadOnlyList<double> Targets { get; } = [-2.3, 0, 1, 5];

    protected override IEnumerable<double> KinksAt(double target) => target == 0 ? [-1, 0, 1] : [0, target];

    protected override double Published(double prediction, double target) =>
        2 * Math.Abs(prediction - target) / Math.Max(1, Math.Abs(target) + Math.Abs(prediction));

    [Fact]
    public void Nothing_for_nothing_costs_nothing() =>
        Assert.Equal(new LossPoint(0, 0, 0), ((ISampleLoss)LossCatalogue.Create("smape")).At(0, 0));

    [Fact]
    public void Percentages_by_hand_are_those_of_forecasts_too_high_and_too_low()
    {
        // Target 100: forecasts of 110 and 90 cost 2 · 10 / 210 and 2 · 10 / 190.
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Create("smape");
        Assert.Equal(0.09523809523809523, loss.At(110, 100).Value, 1e-16);
        Assert.Equal(0.10526315789473684, loss.At(90, 100).Value, 1e-16);
    }
}
