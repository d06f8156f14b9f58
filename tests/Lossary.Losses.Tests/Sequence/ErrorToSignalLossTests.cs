namespace Lossary.Losses.Tests;

public sealed class ErrorToSignalLossTests() : ArrayLaws<ErrorToSignalLoss>
{
    [Fact]
    public void Twice_the_signal_s_energy_as_error_costs_2() =>
        Assert.Equal(2, new ErrorToSignalLoss(0).Evaluate(SiSdrLossTests.Signals()).Mean, 14);
}
