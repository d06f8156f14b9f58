using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class UnlikelihoodLossTests() : ArrayLaws<UnlikelihoodLoss>
{
    private static LossInputs<double> Row(double[] logits, double[] unwanted) => new()
    {
        ["logits"] = Tensor<double>.Variable(new Shape(1, logits.Length), logits),
        ["unwanted"] = new(new Shape(1, unwanted.Length), unwanted),
    };

    [Fact]
    public void Only_unwanted_classes_cost()
    {
        double total = 1 + Math.E + Math.Exp(2);
        double expected = -Math.Log(1 - (1 / total)) - Math.Log(1 - (Math.Exp(2) / total));
        Assert.Equal(expected, new UnlikelihoodLoss().Evaluate(Row([0, 1, 2], [1, 0, 1])).Mean, 13);
    }

    [Fact]
    public void A_certain_class_that_is_wanted_costs_nothing_and_gives_no_NaN()
    {
        LossInputs<double> inputs = Row([800, 0], [0, 1]);
        Assert.Equal(0, new UnlikelihoodLoss().Evaluate(inputs).Mean);
        Assert.All(inputs["logits"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(1e6)]
    public void A_certain_class_that_is_unwanted_costs_its_lead_and_is_pulled_down_fully(double lead)
    {
        // −ln(1 − σ(z)) is softplus(z); 1 − σ(z) is 0 by rounding from 37 on.
        LossInputs<double> inputs = Row([lead, 0], [1, 0]);
        Assert.Equal(lead, new UnlikelihoodLoss().Evaluate(inputs).Mean, 1e-12 * lead);
        Assert.Equal([1, -1], inputs["logits"].Gradient.ToArray().Select(slope => Math.Round(slope, 12)));
    }

    [Fact]
    public void A_tiny_probability_keeps_its_digits()
    {
        double expected = Math.Exp(-40) / (1 + Math.Exp(-40));
        Assert.Equal(1, new UnlikelihoodLoss().Evaluate(Row([-40, 0], [1, 0])).Mean / expected, 13);
    }
}
