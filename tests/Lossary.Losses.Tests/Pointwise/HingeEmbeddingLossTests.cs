namespace Lossary.Losses.Tests;

public sealed class HingeEmbeddingLossTests() : PointwiseLaws<HingeEmbeddingLoss>(new(1.5), 1.5)
{
    protected override bool IsForTraining => false;

    protected override IEnumerable<double> KinksAt(double target) => target < 0 ? [1.5] : [];

    protected override double Published(double prediction, double target) =>
        target > 0 ? prediction : Math.Max(0, 1.5 - prediction);
}
