using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CrfLossTests() : ArrayLaws<CrfLoss>
{
    private static LossInputs<double> TwoSteps() => new()
    {
        ["emissions"] = Tensor<double>.Variable(new Shape(1, 2, 2), [0.5, -0.2, 0.1, 0.9]),
        ["labels"] = new(new Shape(1, 2), new double[] { 0, 1 }),
        ["transitions"] = Tensor<double>.Variable(new Shape(2, 2), [0.3, 0.7, -0.4, 0.2]),
        ["start"] = Tensor<double>.Variable(new Shape(2), [0.1, 0.0]),
        ["end"] = Tensor<double>.Variable(new Shape(2), [0.0, -0.3]),
    };

    /// <summary>The scores of the four labellings 00, 01, 10, 11.</summary>
    private static double[] Scores() =>
        [0.1 + 0.5 + 0.3 + 0.1, 0.1 + 0.5 + 0.7 + 0.9 - 0.3, -0.2 - 0.4 + 0.1, -0.2 + 0.2 + 0.9 - 0.3];

    [Fact]
    public void Four_labellings_are_added_up()
    {
        LossInputs<double> inputs = TwoSteps();
        double[] powers = [.. Scores().Select(Math.Exp)];
        double[] shares = [.. powers.Select(power => power / powers.Sum())];
        Assert.Equal(-Math.Log(shares[1]), new CrfLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(shares[1] - 1, inputs["transitions"].Gradient[1], 14);
        Assert.Equal(shares[2], inputs["transitions"].Gradient[2], 14);
        Assert.Equal(shares[0] + shares[1] - 1, inputs["start"].Gradient[0], 14);
        Assert.Equal(shares[1] + shares[3] - 1, inputs["end"].Gradient[1], 14);
        Assert.Equal(shares[1] + shares[3] - 1, inputs["emissions"].Gradient[3], 14);
    }

    [Fact]
    public void Without_transitions_it_is_cross_entropy_at_each_step()
    {
        LossInputs<double> inputs = TwoSteps();
        inputs["transitions"].Values.Clear();
        inputs["start"].Values.Clear();
        inputs["end"].Values.Clear();
        double expected = Math.Log(1 + Math.Exp(-0.7)) + Math.Log(1 + Math.Exp(-0.8));
        Assert.Equal(expected, new CrfLoss().Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void What_stands_behind_a_sample_s_length_is_never_read()
    {
        LossInputs<double> inputs = TwoSteps();
        inputs["lengths"] = new Tensor<double>(new Shape(1), new double[] { 1 });
        inputs["emissions"].Values[2] = double.NaN;
        double expected = Math.Log(1 + Math.Exp(-0.2 - 0.3 - 0.6));
        Assert.Equal(expected, new CrfLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal([0, 0], inputs["emissions"].Gradient[2..].ToArray());
    }

    [Fact]
    public void A_transition_of_minus_infinity_never_happens()
    {
        LossInputs<double> inputs = TwoSteps();
        inputs["transitions"].Values[2] = double.NegativeInfinity;
        double[] scores = Scores();
        double expected = Math.Log(Math.Exp(scores[0]) + Math.Exp(scores[1]) + Math.Exp(scores[3])) - scores[1];
        Assert.Equal(expected, new CrfLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(0, inputs["transitions"].Gradient[2]);
    }
}
