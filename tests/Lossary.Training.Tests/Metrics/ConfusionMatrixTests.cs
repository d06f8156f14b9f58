namespace Lossary.Training.Tests;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Cells_are_read_by_prediction_and_target()
    {
        ConfusionMatrix matrix = new([1, 1, 0], [1, 0, 0], 2, [1, 2, 4]);
        Assert.Equal(2, matrix[prediction: 1, target: 0]);
        Assert.Equal(0, matrix[prediction: 0, target: 1]);
        Assert.Equal(7, matrix.Total);
        Assert.Equal(5.0 / 7, matrix.Accuracy);
    }

    [Fact]
    public void A_class_never_predicted_has_a_precision_of_0() =>
        Assert.Equal(0, new ConfusionMatrix([0, 0], [0, 1], 2).Precision(1));

    [Fact]
    public void A_class_that_does_not_occur_is_not_averaged()
    {
        ConfusionMatrix matrix = new([0, 1, 1], [0, 1, 1], 5);
        Assert.Equal(1, matrix.MacroF1);
        Assert.Equal(1, matrix.BalancedAccuracy);
    }

    [Fact]
    public void Constant_predictions_do_not_correlate() =>
        Assert.Equal(0, new ConfusionMatrix([1, 1, 1], [1, 0, 1], 2).Matthews);

    [Fact]
    public void Classes_out_of_range_are_refused_with_their_place()
    {
        ArgumentOutOfRangeException exception =
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([0, 3], [0, 1], 3));
        Assert.Contains("predictions[1] must be a class from 0 to 2.", exception.Message, StringComparison.Ordinal);
    }
}
