using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class TrainingDataTests
{
    [Fact]
    public void Lengths_and_rows_that_do_not_fit_are_named()
    {
        Refused(
            "features has 5 elements; 2 samples of [3] need 6.",
            () => TrainingData.WithTargets(new float[5], 3, new float[2], [0]));
        Refused(
            "rows[1] is 2; the table has 2 samples.",
            () => TrainingData.WithTargets(new float[6], 3, new float[2], [0, 2]));
        Refused("rows is empty", () => TrainingData.WithClasses(new float[6], 3, new int[2], []));
        Refused(
            "weights has 1 elements, the table has 2 samples.",
            () => TrainingData.WithTargets(new float[6], 3, new float[2], [0], new float[1]));
    }

    [Fact]
    public void Sequence_lengths_that_do_not_fit_are_named()
    {
        TrainingData data = TrainingData.WithTargets(new float[12], new Shape(3, 2), new float[2], new Shape(1), [0]);
        Refused("lengths has 1 elements, the table has 2 samples.", () => data.WithLengths([1]));
        Refused("lengths[1] is 4; samples of [3, 2] have 1 to 3 steps.", () => data.WithLengths([1, 4]));
        Refused(
            "targets has 5 elements; samples of [3] need a multiple of 3.",
            () => TrainingData.WithClasses(new float[12], new Shape(3, 2), new int[5], new Shape(3), [0]));
    }

    [Fact]
    public void Without_rows_all_samples_are_trained_on()
    {
        Assert.Equal([0, 1], TrainingData.WithTargets(new float[6], 3, new float[2]).Rows);
        Assert.Equal([0, 1, 2], TrainingData.WithClasses(new float[6], new Shape(2), new int[3], new Shape(1)).Rows);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { MaxEpochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { BatchSize = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { Patience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { MaxGradientNorm = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { L2 = -1 });
    }

    private static void Refused(string because, Action attempt) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(attempt).Message, StringComparison.Ordinal);
}
