namespace Lossary.Losses.Tests;

public sealed class DistanceWeightedDiscriminationLossTests()
    : MarginLaws<DistanceWeightedDiscriminationLoss>(new(2), 2)
{
    protected override double Published(double margin) =>
        margin <= 2.0 / 3 ? 1 - margin : 4.0 / 27 / (margin * margin);
}
