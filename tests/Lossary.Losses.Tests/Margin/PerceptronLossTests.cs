namespace Lossary.Losses.Tests;

public sealed class PerceptronLossTests() : MarginLaws<PerceptronLoss>(default)
{
    protected override double Published(double margin) => margin < 0 ? -margin : 0;
}
