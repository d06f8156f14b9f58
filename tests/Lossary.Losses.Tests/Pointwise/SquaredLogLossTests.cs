namespace Lossary.Losses.Tests;

public sealed class SquaredLogLossTests() : PointwiseLaws<SquaredLogLoss>(default)
{
    protected override double Published(double prediction, double target)
    {
        double difference = Math.Log((1 + prediction) / (1 + target));
        return difference * difference;
    }
}
