namespace Lossary.Losses.Tests;

public sealed class MultiClassPerceptronLossTests() : ClassMarginLaws<MultiClassPerceptronLoss>(default)
{
    protected override double Published(double difference) => Math.Max(0, difference);
}
