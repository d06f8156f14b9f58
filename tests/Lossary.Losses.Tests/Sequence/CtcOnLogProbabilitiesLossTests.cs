using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CtcOnLogProbabilitiesLossTests() : ArrayLaws<CtcOnLogProbabilitiesLoss>(0, 1, 1)
{
    [Fact]
    public void After_a_log_softmax_it_is_the_loss_of_the_logits_with_its_gradient()
    {
        LossInputs<double> logits = LossCatalogue.Find("ctc").Create() is IArrayLoss ctc
            ? ctc.Example(new RandomStream(41), 4)
            : throw new InvalidOperationException();
        double expected = new CtcLoss(0).Evaluate(logits).Mean;
        double[] gradient = logits["logits"].Gradient.ToArray();
        Tape<double> tape = new();
        Tensor<double> variable = Tensor<double>.Variable(logits["logits"].Shape, logits["logits"].Values);
        LossInputs<double> inputs = new() { ["log-probabilities"] = tape.LogSoftmax(variable) };
        foreach (string name in new[] { "labels", "input-lengths", "label-lengths" })
        {
            inputs[name] = logits[name];
        }

        tape.Backward(tape.Loss((IArrayLoss)LossCatalogue.Create("ctc-on-log-probabilities"), inputs, out Totals totals));
        Assert.Equal(expected, totals.Mean, 12);
        for (int i = 0; i < gradient.Length; i++)
        {
            Assert.Equal(gradient[i], variable.Gradient[i], 12);
        }
    }
}
