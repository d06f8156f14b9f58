namespace Lossary.Samples.Tests;

public sealed class SequencesTests
{
    [Fact]
    public void Both_networks_remember_three_steps_back()
    {
        Assert.All(
            Sequences.Run(TextWriter.Null, sequences: 600, epochs: 12),
            result => Assert.True(result.Accuracy > 0.95, result.ToString()));
    }

    [Fact]
    public void What_fills_up_a_batch_changes_nothing_in_any_bit() => Assert.Equal(
        Sequences.Run(TextWriter.Null, sequences: 100, epochs: 2),
        Sequences.Run(TextWriter.Null, sequences: 100, epochs: 2, filling: 1e6f));
}
