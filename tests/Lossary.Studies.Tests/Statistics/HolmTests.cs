namespace Lossary.Studies.Tests;

public sealed class HolmTests
{
    [Fact]
    public void Adjusts_as_in_the_procedure()
    {
        // Sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, then made monotone; in the order given.
        double[] adjusted = Holm.Adjust([0.01, 0.04, 0.03, 0.005]);

        Assert.Equal([0.03, 0.06, 0.06, 0.02], adjusted, (expected, found) => Math.Abs(expected - found) < 1e-15);
    }

    [Fact]
    public void Never_exceeds_one() => Assert.Equal([1.0, 1.0], Holm.Adjust([0.9, 0.7]));

    [Fact]
    public void Of_no_tests_is_nothing() => Assert.Empty(Holm.Adjust([]));
}
