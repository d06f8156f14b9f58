namespace Lossary.Data.Tests;

public sealed class PaddedSequencesTests
{
    [Fact]
    public void Short_sequences_are_filled_up_and_masked()
    {
        PaddedSequences batch = PaddedSequences.Of([[5, 6, 7], [8]], padding: 9);

        Assert.Equal((2, 3, 1), (batch.Count, batch.Steps, batch.Width));
        Assert.Equal([5, 6, 7, 8, 9, 9], batch.Values);
        Assert.Equal([3, 1], batch.Lengths);
        Assert.Equal([1, 1, 1, 1, 0, 0], batch.Mask);
    }

    [Fact]
    public void Steps_of_several_numbers_stay_together()
    {
        PaddedSequences batch = PaddedSequences.Of([[1f, 2], [3f, 4, 5, 6]], width: 2);

        Assert.Equal([1, 2, 0, 0, 3, 4, 5, 6], batch.Values);
        Assert.Equal([1, 2], batch.Lengths);
        Assert.Equal([1, 0, 1, 1], batch.Mask);
    }

    [Fact]
    public void What_cannot_be_put_together_is_refused()
    {
        Assert.StartsWith("sequences is empty", Assert.Throws<ArgumentException>(
            () => PaddedSequences.Of([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("sequences[1] has no steps", Assert.Throws<ArgumentException>(
            () => PaddedSequences.Of([[1], []])).Message, StringComparison.Ordinal);
        Assert.StartsWith("sequences[0] has 3 numbers; steps of 2 leave 1 over.", Assert.Throws<ArgumentException>(
            () => PaddedSequences.Of([[1f, 2, 3]], width: 2)).Message, StringComparison.Ordinal);
    }
}
