using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class LossOperationTests
{
    private const double Step = 1e-3;

    private readonly Tape<double> _tape = new();

    [Theory]
    [InlineData("squared")]
    [InlineData("binary-cross-entropy")]
    public void A_sample_losses_gradient_is_the_slope_of_its_weighted_mean(string key)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(key);
        double[] targets = [1, 0, 1, 1, 0], weights = [1, 2, 0, 0.5, 1];
        Tensor<double> predictions = Tensor<double>.Variable(new Shape(5, 1), [0.3, -1.2, 2.1, -0.4, 0.9]);
        Check(predictions, () => _tape.Loss(loss, predictions, targets, weights, out _));
    }

    [Fact]
    public void A_class_losses_gradient_is_the_slope_of_its_weighted_mean()
    {
        IClassLoss loss = LossCatalogue.Create<IClassLoss>("cross-entropy");
        int[] targets = [2, 0, 1];
        double[] weights = [1, 3, 0.5];
        Tensor<double> scores = Tensor<double>.Variable(new Shape(3, 3), [0.3, -1.2, 2.1, -0.4, 0.9, 0, 1, 2, 3]);
        Check(scores, () => _tape.Loss(loss, scores, targets, weights, out _));
    }

    [Fact]
    public void The_totals_are_the_losses_own()
    {
        Tensor<double> predictions = Tensor<double>.Variable(new Shape(2), [3, 5]);
        // (3 − 1)² + 3 · (5 − 4)² = 7, over weights of 4.
        Tensor<double> mean = _tape.Loss(Problems.Squared, predictions, [1, 4], [1, 3], out Totals totals);
        Assert.Equal((7.0, 4.0, 1.75), (totals.Sum, totals.Denominator, mean.Scalar));
    }

    [Fact]
    public void Scores_without_rows_are_refused()
    {
        IClassLoss loss = LossCatalogue.Create<IClassLoss>("cross-entropy");
        Tensor<double> scores = Tensor<double>.Variable(new Shape(3), [1, 2, 3]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => _tape.Loss(loss, scores, [0], [], out _));
        Assert.Contains("scores must have rows along its last axis; its shape is [3].", refused.Message, StringComparison.Ordinal);
    }

    private void Check(Tensor<double> input, Func<Tensor<double>> objective)
    {
        _tape.Backward(objective());
        for (int i = 0; i < input.Shape.Length; i++)
        {
            double centre = input.Values[i], slope = 0;
            foreach ((int steps, int factor) in (ReadOnlySpan<(int, int)>)[(1, 8), (-1, -8), (2, -1), (-2, 1)])
            {
                input.Values[i] = centre + (steps * Step);
                _tape.Reset();
                slope += factor * objective().Scalar / (12 * Step);
            }

            input.Values[i] = centre;
            Assert.Equal(slope, input.Gradient[i], 1e-7);
        }
    }
}
