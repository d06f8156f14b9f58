namespace Lossary.Losses.Tests;

public sealed class AbsolutePercentageLossTests() : PointwiseLaws<AbsolutePercentageLoss>(new(0.5), 0.5)
{
    protected override IEnumerable<double> KinksAt(double target) => [target];

    protected override double Published(double prediction, double target) =>
        Math.Abs(prediction - target) / (Math.Abs(target) < 0.5 ? 0.5 : Math.Abs(target));
}
