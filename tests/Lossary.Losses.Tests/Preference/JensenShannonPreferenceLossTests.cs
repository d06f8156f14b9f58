namespace Lossary.Losses.Tests;

public sealed class JensenShannonPreferenceLossTests() : ArrayLaws<JensenShannonPreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_differ_by_1_in_their_log_sigmoids() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-0.1)),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);
}
