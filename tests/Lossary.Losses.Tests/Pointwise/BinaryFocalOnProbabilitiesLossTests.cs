namespace Lossary.Losses.Tests;

public sealed class BinaryFocalOnProbabilitiesLossTests()
    : PointwiseLaws<BinaryFocalOnProbabilitiesLoss<Squared>>(new(2, 0.25), 2, 0.25, 1)
{
    protected override double Published(double prediction, double target) =>
        Focal.Published(prediction, 1 - prediction, target, 2, 0.25, 0.75);
}

public sealed class BinaryFocalOnProbabilitiesOfAnyExponentTests()
    : PointwiseLaws<BinaryFocalOnProbabilitiesLoss<Real>>(new(0.5, null), 0.5, 0.25, 0)
{
    protected override double Published(double prediction, double target) =>
        Focal.Published(prediction, 1 - prediction, target, 0.5, 1, 1);
}
