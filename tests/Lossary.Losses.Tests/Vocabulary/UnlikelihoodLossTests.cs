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

    [Fact]
    public void A_tiny_probability_keeps_its_digits()
    {
        double expected = Math.Exp(-40) / (1 + Math.Exp(-40));
        Assert.Equal(1, new UnlikelihoodLoss().Evaluate(Row([-40, 0], [1, 0])).Mean / expected, 13);
    }
}
