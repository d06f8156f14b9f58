namespace Lossary.Losses.Tests;

public sealed class ChiSquareLossTests() : PointwiseLaws<ChiSquareLoss>(default)
{
    protected override bool IsForTraining => false;

    protected override double Published(double prediction, double target) =>
        (target * target / prediction) - (2 * target) + prediction;
}
