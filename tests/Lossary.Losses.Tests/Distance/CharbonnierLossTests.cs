namespace Lossary.Losses.Tests;

public sealed class CharbonnierLossTests() : DistanceLaws<CharbonnierLoss>(new(0.7), 0.7)
{
    protected override double Published(double residual) => Math.Sqrt((residual * residual) + 0.49) - 0.7;
}
