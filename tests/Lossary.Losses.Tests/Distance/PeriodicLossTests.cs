namespace Lossary.Losses.Tests;

public sealed class PeriodicLossTests() : DistanceLaws<PeriodicLoss>(new(2.5), 2.5)
{
    protected override bool IsForTraining => false;

    protected override double Published(double residual)
    {
        // Whole periods off first, as the cosine of a large number has no digits.
        double rest = Math.IEEERemainder(residual, 2.5);
        return 1 - Math.Cos(2 * Math.PI * rest / 2.5);
    }

    [Fact]
    public void Ten_degrees_before_and_after_a_whole_turn_are_twenty_apart() => Assert.Equal(
        1 - Math.Cos(Math.PI / 9), ((ISampleLoss)LossCatalogue.Create("periodic:period=360")).At(350, 10).Value, 1e-14);
}
