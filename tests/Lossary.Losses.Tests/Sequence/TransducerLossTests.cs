using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TransducerLossTests() : ArrayLaws<TransducerLoss>
{
    /// <summary>One label in two steps, two classes.</summary>
    private static LossInputs<double> TwoSteps() => new()
    {
        ["logits"] = Tensor<double>.Variable(new Shape(1, 2, 2, 2), [0, 1, 0.5, 0, -1, 0.3, 0.2, 0.4]),
        ["labels"] = new(new Shape(1, 1), new double[] { 1 }),
    };

    private static double Share(double score, double other) => 1 / (1 + Math.Exp(other - score));

    [Fact]
    public void One_label_in_two_steps_has_two_paths()
    {
        // Shown at the first step, or at the second; then blanks.
        double first = Share(1, 0) * Share(0.5, 0) * Share(0.2, 0.4), second = Share(0, 1) * Share(0.3, -1) * Share(0.2, 0.4);
        LossInputs<double> inputs = TwoSteps();
        Assert.Equal(-Math.Log(first + second), new TransducerLoss(0).Evaluate(inputs).Mean, 14);
        double early = first / (first + second);
        Assert.Equal(Share(1, 0) - early, inputs["logits"].Gradient[1], 14);
        Assert.Equal((Share(0.3, -1) - 1) * (1 - early), inputs["logits"].Gradient[5], 14);
    }

    [Fact]
    public void Fast_emit_leaves_the_value_and_weighs_the_slopes_of_labels()
    {
        // Yu et al. 2021, eq. 14: the part of a label in ∂L/∂p is multiplied by 1 + λ.
        LossInputs<double> plain = TwoSteps(), fast = TwoSteps();
        Assert.Equal(new TransducerLoss(0).Evaluate(plain).Mean, new TransducerLoss(0, 0.5).Evaluate(fast).Mean, 14);
        double label = Share(1, 0) * Share(0.5, 0) * Share(0.2, 0.4);
        double blank = Share(0, 1) * Share(0.3, -1) * Share(0.2, 0.4);
        double early = 1.5 * label / (label + blank), late = blank / (label + blank);
        Assert.Equal((Share(1, 0) * (early + late)) - early, fast["logits"].Gradient[1], 14);
        Assert.Equal((Share(0, 1) * (early + late)) - late, fast["logits"].Gradient[0], 14);
    }

    [Fact]
    public void A_row_of_places_too_few_and_a_sample_without_steps_are_refused()
    {
        LossInputs<double> inputs = TwoSteps();
        inputs["labels"] = new Tensor<double>(new Shape(1, 2), new double[] { 1, 1 });
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => new TransducerLoss(0).Evaluate(inputs)).ParamName);
        inputs = TwoSteps();
        inputs["input-lengths"] = new Tensor<double>(new Shape(1), new double[1]);
        Assert.Equal("input-lengths", Assert.Throws<ArgumentException>(() => new TransducerLoss(0).Evaluate(inputs)).ParamName);
    }
}
