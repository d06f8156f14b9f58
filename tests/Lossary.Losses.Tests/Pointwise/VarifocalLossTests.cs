namespace Lossary.Losses.Tests;

public sealed class VarifocalLossTests() : PointwiseLaws<VarifocalLoss>(new(0.75, 2), 0.75, 2)
{
    protected override double Published(double prediction, double target)
    {
        double p = 1 / (1 + Math.Exp(-prediction)), q = 1 / (1 + Math.Exp(prediction));
        return target > 0
            ? -target * ((target * Math.Log(p)) + ((1 - target) * Math.Log(q)))
            : -0.75 * p * p * Math.Log(q);
    }
}
