using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <content>Gradients on a tape that are themselves differentiated.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void A_product_of_the_Hessian_is_the_slope_of_the_gradient_along_it(int classes)
    {
        ClassTrial trial = ClassTrial.Draw(5, classes, seed: 40 + classes);
        double[] direction = ClassTrial.Draw(5, classes, seed: 50 + classes).Scores;
        Tape<double> tape = new();
        Tensor<double> scores = Tensor<double>.Variable(new Shape(5, classes), trial.Scores);
        Tensor<double> terms = TLoss.Compose(Subject, tape, scores, trial.Targets);
        Assert.Equal(trial.Totals(Subject).Mean, tape.Mean(terms).Scalar, 1e-12);
        Tensor<double> gradient = tape.Gradient(tape.Mean(terms), scores);
        Tensor<double> along = tape.Sum(tape.Multiply(gradient, tape.Constant(scores.Shape, direction)));
        scores.ClearGradient();
        if (along.RequiresGradient)
        {
            tape.Backward(along);
        }

        double[] expected = trial.Run(Subject).Gradient;
        double size = expected.Concat(scores.Gradient.ToArray()).Max(Math.Abs) + 1e-3;
        for (int i = 0; i < expected.Length; i++)
        {
            if (IsSmoothAt(trial, i / classes))
            {
                double bend = Along(trial, direction, i, 1e-3), finer = Along(trial, direction, i, 1e-5);
                double off = Math.Min(Math.Abs(scores.Gradient[i] - bend), Math.Abs(scores.Gradient[i] - finer));
                Assert.Equal(expected[i], gradient.Values[i], 1e-11 * size);
                Assert.True(off <= 1e-7 * size, $"element {i}: product {scores.Gradient[i]:R}, differences {bend:R}");
            }
        }
    }

    /// <summary>The difference quotient of fourth order of one part of the gradient along a direction.</summary>
    private double Along(ClassTrial trial, double[] direction, int i, double step)
    {
        double Slope(int steps) => (trial with
        {
            Scores = [.. trial.Scores.Zip(direction, (score, by) => score + (steps * step * by))],
        }).Run(Subject).Gradient[i];

        return (Slope(-2) - (8 * Slope(-1)) + (8 * Slope(1)) - Slope(2)) / (12 * step);
    }
}
