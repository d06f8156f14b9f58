namespace Lossary.Studies.Tests;

public sealed class NeighbouringMistakesTests
{
    [Fact]
    public void Mistakes_by_one_step_prevail_on_a_scale() =>
        Assert.True(NeighbouringMistakes.Prevail(Predicting(i => (i % 6 + 1) % 6 == 0 ? 4 : i % 6 + 1), Labels(6), 6));

    [Fact]
    public void Mistakes_anywhere_are_no_scale() =>
        Assert.False(NeighbouringMistakes.Prevail(Predicting(i => (i % 6 + 1 + (i / 6 % 5)) % 6), Labels(6), 6));

    [Fact]
    public void Few_mistakes_tell_nothing() =>
        Assert.False(NeighbouringMistakes.Prevail(Predicting(i => i < 20 ? Math.Min(5, (i % 6) + 1) : i % 6), Labels(6), 6));

    private static int[] Labels(int classes) => [.. Enumerable.Range(0, 600).Select(i => i % classes)];

    private static double[] Predicting(Func<int, int> predicted) =>
        [.. Enumerable.Range(0, 600).SelectMany(i => Enumerable.Range(0, 6).Select(k => k == predicted(i) ? 0.9 : 0.02))];
}
