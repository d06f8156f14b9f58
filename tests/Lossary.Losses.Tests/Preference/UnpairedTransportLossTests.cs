namespace Lossary.Losses.Tests;

public sealed class UnpairedTransportLossTests() : ArrayLaws<UnpairedTransportLoss>
{
    [Fact]
    public void Gains_of_chosen_and_rejected_answers_are_sorted_apart()
    {
        LossInputs<double> inputs = Given(
            ("policy-chosen", [-1.0, -4.0]),
            ("policy-rejected", [-3.0, -2.0]),
            ("reference-chosen", [-2.0, -2.5]),
            ("reference-rejected", [-2.5, -1.0]));
        // Gains 1 and −1.5 of the chosen, −0.5 and −1 of the rejected.
        double[] leads = [-1.5 - -1, 1 - -0.5];
        double expected = leads.Average(lead => (0.9 * Softplus(-0.5 * lead)) + (0.1 * Softplus(0.5 * lead)));
        Assert.Equal(expected, new UnpairedTransportLoss(0.5, 0.1).Evaluate(inputs).Mean, 14);
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
