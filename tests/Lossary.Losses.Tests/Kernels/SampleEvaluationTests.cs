using System.Numerics.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SampleEvaluationTests
{
    private static readonly double[] Predictions = [1, 2, 3, 4, 5, 6];
    private static readonly double[] Targets = [0, 2, 5, 4, 4, 9];

    [Fact]
    public void Lengths_that_differ_are_refused_with_both()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => new SquaredLoss().Mean(Predictions, Targets.AsSpan(0, 4)));
        Assert.StartsWith("targets has 4 elements, predictions has 6.", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<ArgumentException>(
            () => new SquaredLoss().Values(Predictions, Targets, new double[5]));
        Assert.StartsWith("values has 5 elements, predictions has 6.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_weights_are_refused_by_index()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new SquaredLoss().Evaluate(
            new LossBatch<double> { Predictions = Predictions, Targets = Targets, Weights = [1, 1, -2, 1, 1, 1] }));
        Assert.StartsWith("weights[2] must be 0 or more, but is -2.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_those_worked_by_hand()
    {
        // Squares of 1, 0, −2, 0, 1, −3.
        double[] values = new double[6];
        new SquaredLoss().Values(Predictions, Targets, values);
        Assert.Equal([1, 0, 4, 0, 1, 9], values);
        Assert.Equal(15, new SquaredLoss().Sum(Predictions, Targets));
        Assert.Equal(2.5, new SquaredLoss().Mean(Predictions, Targets));
    }

    [Fact]
    public void Tensors_of_one_shape_give_what_their_elements_give()
    {
        double[] gradient = new double[6];
        ReadOnlyTensorSpan<double> predictions = new(Predictions, [2, 3]);
        ReadOnlyTensorSpan<double> targets = new(Targets, [2, 3]);
        double mean = new SquaredLoss().Mean(predictions, targets, new TensorSpan<double>(gradient, [2, 3]));
        Assert.Equal(2.5, mean);
        Assert.Equal(2.5, new SquaredLoss().Mean(predictions, targets));
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(2 * (Predictions[i] - Targets[i]) / 6, gradient[i], 1e-15);
        }
    }

    [Fact]
    public void Tensors_of_other_shapes_are_refused_with_both()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new SquaredLoss().Mean(
            new ReadOnlyTensorSpan<double>(Predictions, [2, 3]), new ReadOnlyTensorSpan<double>(Targets, [3, 2])));
        Assert.StartsWith("targets has shape [3, 2], predictions has [2, 3].", refusal.Message, StringComparison.Ordinal);
    }
}
