namespace Lossary.Losses.Tests;

public sealed class TotalVariationLossTests() : PointwiseLaws<TotalVariationLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override IEnumerable<double> KinksAt(double target) => [target];

    protected override double Published(double prediction, double target) => Math.Abs(target - prediction) / 2;
}
