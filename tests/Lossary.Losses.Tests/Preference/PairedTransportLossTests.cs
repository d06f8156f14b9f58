namespace Lossary.Losses.Tests;

public sealed class PairedTransportLossTests() : ArrayLaws<PairedTransportLoss>
{
    [Fact]
    public void Leads_are_sorted_before_they_are_compared()
    {
        LossInputs<double> inputs = Given(
            ("policy-chosen", [-1.0, -4.0]),
            ("policy-rejected", [-3.0, -2.0]),
            ("reference-chosen", [-2.0, -2.5]),
            ("reference-rejected", [-2.5, -1.0]));
        // Leads 2 and −2 of the policy, 0.5 and −1.5 of the reference.
        double[] leads = [-2 - -1.5, 2 - 0.5];
        double expected = leads.Average(lead => (0.9 * Softplus(-0.5 * lead)) + (0.1 * Softplus(0.5 * lead)));
        Assert.Equal(expected, new PairedTransportLoss(0.5, 0.1).Evaluate(inputs).Mean, 14);
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
