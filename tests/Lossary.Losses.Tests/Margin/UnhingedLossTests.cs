namespace Lossary.Losses.Tests;

public sealed class UnhingedLossTests() : MarginLaws<UnhingedLoss>(default)
{
    protected override double Published(double margin) => 1 - margin;

    protected override bool IsForTraining => false;

    protected override bool IsBoundedBelow => false;
}
