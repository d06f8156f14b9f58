using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SampledSoftmaxLossTests() : ArrayLaws<SampledSoftmaxLoss>
{
    private static readonly double[] s_proposal = [Math.Log(0.5), Math.Log(0.3), Math.Log(0.2)];

    /// <summary>Scores 1, 2, 4 of three classes; the target is the second.</summary>
    internal static LossInputs<double> ThreeClasses(double[] samples, bool hasProposal = true)
    {
        LossInputs<double> inputs = new()
        {
            ["hidden"] = Tensor<double>.Variable(new Shape(1, 1), [2.0]),
            ["weights"] = Tensor<double>.Variable(new Shape(3, 1), [0.5, 1, 1.5]),
            ["target"] = new(new Shape(1), new double[] { 1 }),
            ["samples"] = new(new Shape(samples.Length), samples),
            ["bias"] = Tensor<double>.Variable(new Shape(3), [0.0, 0, 1]),
        };
        if (hasProposal)
        {
            inputs["log-proposal"] = new(new Shape(3), s_proposal);
        }

        return inputs;
    }

    [Fact]
    public void Scores_are_corrected_by_how_often_a_class_is_drawn_and_the_target_drawn_again_is_out()
    {
        double target = Math.Exp(2) / 0.3, other = Math.Exp(4) / 0.2;
        double found = new SampledSoftmaxLoss().Evaluate(ThreeClasses([2.0, 1])).Mean;
        Assert.Equal(Math.Log(1 + (other / target)), found, 13);
    }
}
