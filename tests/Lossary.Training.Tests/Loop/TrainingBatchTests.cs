using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class TrainingBatchTests
{
    // Three sequences of up to 3 steps of 2 features; step s of sequence i has the features 10i + s and −(10i + s).
    private static readonly float[] Features =
        [0, 0, 1, -1, 2, -2, 10, -10, 11, -11, 12, -12, 20, -20, 21, -21, 22, -22];

    private static readonly Shape Sequence = new(3, 2);

    [Fact]
    public void A_batch_of_sequences_is_cut_to_its_longest_and_masks_what_is_beyond_each()
    {
        TrainingData data = TrainingData.WithTargets(
            Features, Sequence, [0, 1, 2, 10, 11, 12, 20, 21, 22], new Shape(3), [0, 1, 2], [1, 5, 7])
            .WithLengths([1, 3, 2]);
        TrainingBatch batch = new(data);
        Tensor<float> features = batch.Gather(new Tape<float>(), [2, 0]);
        Assert.Equal(new Shape(2, 2, 2), features.Shape);
        Assert.Equal([20, -20, 21, -21, 0, 0, 1, -1], features.Values.ToArray());
        Assert.Equal([2, 1], batch.Lengths.ToArray());
        Assert.Equal([20, 21, 0, 1], batch.Targets.ToArray());
        Assert.Equal([true, true, true, false], batch.Mask.ToArray());
        Assert.Equal([7, 7, 1, 1], batch.Weights.ToArray());
        Assert.True(batch.Classes.IsEmpty);
    }

    [Fact]
    public void One_target_a_sequence_is_not_masked()
    {
        TrainingData data = TrainingData.WithClasses(Features, Sequence, [3, 4, 5], new Shape(1), [0, 1, 2])
            .WithLengths([1, 3, 2]);
        TrainingBatch batch = new(data);
        Assert.Equal(new Shape(1, 3, 2), batch.Gather(new Tape<float>(), [1]).Shape);
        Assert.Equal([4], batch.Classes.ToArray());
        Assert.Equal([3], batch.Lengths.ToArray());
        Assert.True(batch.Mask.IsEmpty);
        Assert.True(batch.Targets.IsEmpty);
    }

    [Fact]
    public void Samples_of_several_targets_are_gathered_whole()
    {
        TrainingData data = TrainingData.WithTargets(Features, new Shape(6), Features, new Shape(6), [0, 1, 2]);
        TrainingBatch batch = new(data);
        Tensor<float> features = batch.Gather(new Tape<float>(), [1, 1]);
        Assert.Equal([.. Features[6..12], .. Features[6..12]], features.Values.ToArray());
        Assert.Equal(features.Values.ToArray(), batch.Targets.ToArray());
    }

    [Fact]
    public void Numbers_of_words_are_cut_too()
    {
        TrainingData data = TrainingData.WithClasses(
            [7, 8, 9, 4, 0, 0], new Shape(3), [1, 2], new Shape(1)).WithLengths([3, 1]);
        TrainingBatch batch = new(data);
        Tensor<float> features = batch.Gather(new Tape<float>(), [1]);
        Assert.Equal(new Shape(1, 1), features.Shape);
        Assert.Equal([4], features.Values.ToArray());
        Assert.Equal([1], batch.Lengths.ToArray());
    }

    [Fact]
    public void Gathering_again_allocates_nothing()
    {
        TrainingBatch batch = new(TrainingData.WithTargets(
            Features, Sequence, new float[9], new Shape(3), [0, 1, 2], [1, 5, 7]).WithLengths([1, 3, 2]));
        Tape<float> tape = new();
        Gather();
        Gather();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Gather();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Gather()
        {
            tape.Reset();
            batch.Gather(tape, [0, 1, 2]);
            batch.Gather(tape, [0]);
        }
    }
}
