namespace Lossary.Losses.Tests;

public sealed class EarthMoversLossTests() : OrdinalLaws<EarthMoversLoss>(default)
{
    protected override double Published(double difference) => Math.Abs(difference);

    [Fact]
    public void Loss_of_a_class_is_the_expected_distance_from_it()
    {
        // Probabilities 0.1, 0.2, 0.3, 0.4; distances from class 1: 1, 0, 1, 2.
        double[] scores = [0, Math.Log(2), Math.Log(3), Math.Log(4)];
        Assert.Equal(1.2, Subject.Sum(scores, 4, [1]), 1e-15);
    }

    /// <inheritdoc/>
    private protected override bool IsSmoothAt(ClassTrial trial, int row)
    {
        double[] shares = trial.Shares.Length > 0 ? trial.Shares : trial.OneHot().Shares;
        double[] scores = trial.Scores[(row * trial.Classes)..((row + 1) * trial.Classes)];
        double sum = scores.Sum(Math.Exp), difference = 0;
        for (int k = 0; k < trial.Classes - 1; k++)
        {
            difference += (Math.Exp(scores[k]) / sum) - shares[(row * trial.Classes) + k];
            if (Math.Abs(difference) < 0.003 && trial.Shares.Length > 0)
            {
                return false;
            }
        }

        return true;
    }
}
