using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class ArrayEvaluationTests
{
    [Fact]
    public void An_evaluation_overwrites_whatever_stands_in_the_gradients()
    {
        LossInputs<double> inputs = Inputs();
        new TripletLoss(1, 2, 0, 0).Evaluate(inputs);
        double[] fresh = inputs["anchor"].Gradient.ToArray();
        foreach (string name in inputs.Names)
        {
            inputs[name].Gradient.Fill(double.NaN);
        }

        new TripletLoss(1, 2, 0, 0).Evaluate(inputs);

        // By hand: the hinge is active, so the anchor's is (a - p) / |a - p| - (a - q) / |a - q|.
        Assert.Equal([-1.0, -1.0], fresh);
        Assert.Equal(fresh, inputs["anchor"].Gradient.ToArray());
        Assert.Equal([1.0, 0.0], inputs["positive"].Gradient.ToArray());
        Assert.Equal([0.0, 1.0], inputs["negative"].Gradient.ToArray());
    }

    [Fact]
    public void A_tape_of_ones_own_adds_to_a_gradient_after_an_evaluation()
    {
        LossInputs<double> inputs = Inputs();
        TripletLoss loss = new(1, 2, 0, 0);
        loss.Evaluate(inputs);
        Tape<double> tape = new();
        tape.Backward(tape.Sum(loss.Terms(tape, inputs).Values));
        Assert.Equal([-2.0, -2.0], inputs["anchor"].Gradient.ToArray());
    }

    private static LossInputs<double> Inputs() => new()
    {
        ["anchor"] = Tensor<double>.Variable(new Shape(1, 2), [0, 0]),
        ["positive"] = Tensor<double>.Variable(new Shape(1, 2), [1.5, 0]),
        ["negative"] = Tensor<double>.Variable(new Shape(1, 2), [0, -2]),
    };
}
