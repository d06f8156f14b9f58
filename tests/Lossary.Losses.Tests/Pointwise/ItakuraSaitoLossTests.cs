namespace Lossary.Losses.Tests;

public sealed class ItakuraSaitoLossTests() : PointwiseLaws<ItakuraSaitoLoss>(default)
{
    protected override double Published(double prediction, double target) =>
        (target / prediction) - Math.Log(target / prediction) - 1;

    [Fact]
    public void Digits_are_kept_near_the_target()
    {
        // e²/2 − e³/3 at e = −1e-9 / (1 + 1e-9).
        ISampleLoss loss = (ISampleLoss)LossCatalogue.Create("itakura-saito");
        Close.Check(0.5e-18, loss.At(1 + 1e-9, 1).Value, 1e-6, 0, $"the loss");
        Assert.Equal(0, loss.At(3.7, 3.7).Value);
    }
}
