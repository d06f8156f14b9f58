namespace Lossary.Losses.Tests;

public sealed class ModifiedHuberLossTests() : MarginLaws<ModifiedHuberLoss>(default)
{
    protected override double Published(double margin) =>
        margin < -1 ? -4 * margin : Math.Pow(Math.Max(0, 1 - margin), 2);
}
