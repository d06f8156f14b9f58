namespace Lossary.Losses.Tests;

public sealed class LogQuantileLossTests() : PointwiseLaws<LogQuantileLoss>(new(0.8), 0.8)
{
    protected override double Reach => 80;

    protected override IEnumerable<double> KinksAt(double target) => target > 0 ? [Math.Log(target)] : [];

    protected override double Published(double prediction, double target)
    {
        double under = target - Math.Exp(prediction);
        return under * (0.8 - (under < 0 ? 1 : 0));
    }
}
