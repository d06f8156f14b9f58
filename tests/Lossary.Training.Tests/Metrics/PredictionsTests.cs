using Lossary.Data;

namespace Lossary.Training.Tests;

public sealed class PredictionsTests
{
    [Fact]
    public void Classes_follow_from_probabilities_above_a_half() =>
        Assert.Equal([1, 0, 0], Predictions.OfProbabilities([0.6, 0.5, 0.4], [1, 1, 1], 2).PredictedClasses);

    [Fact]
    public void Classes_follow_from_scores_above_0() =>
        Assert.Equal([1, 0, 0], Predictions.OfScores([0.1, 0, -2], [1, 1, 1], 2).PredictedClasses);

    [Fact]
    public void The_largest_of_many_is_predicted_the_first_of_equal_ones() =>
        Assert.Equal([2, 0], Predictions.OfScores([1, 2, 3, 5, 5, 4], [0, 0], 3).PredictedClasses);

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => Predictions.OfProbabilities([0.5, 0.5, 0.5], [0, 1], 3));
        Assert.Contains("6 are expected", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Predictions.OfNumbers(TaskKind.Regression, [1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Predictions.OfNumbers(TaskKind.Binary, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Predictions.OfScores([1], [2], 2));
        Assert.Throws<ArgumentException>(() => Predictions.OfNumbers(TaskKind.Counts, [1], [1], [1, 1]));
    }
}
