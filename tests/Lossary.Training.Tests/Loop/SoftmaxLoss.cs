using Lossary.Losses;

namespace Lossary.Training.Tests;

/// <summary>Softmax cross entropy as the textbook has it: L = log Σ eˢ − s_target, ∂L/∂s = softmax − one-hot.</summary>
internal sealed class SoftmaxLoss : IClassLoss
{
    public LossCard Card => SquaredLoss.Card;

    public LossTraits Traits => default(SquaredLoss).Traits;

    public string Name => "softmax";

    public Totals Evaluate(in ClassBatch<float> batch)
    {
        double sum = 0;
        int count = batch.Targets.Length, classes = batch.Classes;
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> scores = batch.Scores.Slice(row * classes, classes);
            double total = 0;
            foreach (float score in scores)
            {
                total += Math.Exp(score);
            }

            sum += Math.Log(total) - scores[batch.Targets[row]];
            for (int k = 0; k < classes; k++)
            {
                double slope = (Math.Exp(scores[k]) / total) - (k == batch.Targets[row] ? 1 : 0);
                batch.Gradient[(row * classes) + k] = (float)(slope / count);
            }
        }

        return new Totals(sum, count);
    }

    public Totals Evaluate(in ClassBatch<double> batch) => throw new NotSupportedException("The tests train in float.");

    public LossPoint At(double x) => default;
}
