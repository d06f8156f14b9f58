namespace Lossary.Losses.Tests;

public sealed class DistributionAlignmentTests
{
    [Fact]
    public void A_guess_is_brought_to_the_labels_shares_and_sharpened()
    {
        // (1/2, 1/2) · (3/4 : 1/2, 1/4 : 1/2) ∝ (3, 1); squares (9, 1)/10. (1/4, 3/4) becomes (1/2, 1/2).
        double[] guesses = [0.5, 0.5, 0.25, 0.75];
        DistributionAlignment.Align<double>(guesses, [0.75, 0.25], [0.5, 0.5], temperature: 0.5);
        Assert.Equal([0.9, 0.1, 0.5, 0.5], guesses, (x, y) => Math.Abs(x - y) < 1e-14);
        DistributionAlignment.Align<double>(guesses, [0.5, 0.5], [0.5, 0.5]);
        Assert.Equal([0.9, 0.1, 0.5, 0.5], guesses, (x, y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void A_guess_is_finite_whatever_is_never_guessed_or_wanted()
    {
        float[] guesses = [0.5f, 0.5f, 1, 0];
        DistributionAlignment.Align(guesses.AsSpan(), [0.25f, 0.75f], [0, 1], temperature: 0.01);
        Assert.Equal([0, 1, 0.25f, 0.75f], guesses);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused_by_name()
    {
        Assert.Equal("usual", Assert.Throws<ArgumentException>(
            () => DistributionAlignment.Align<double>(new double[2], [0.5, 0.5], [1])).ParamName);
        Assert.Equal("guesses", Assert.Throws<ArgumentException>(
            () => DistributionAlignment.Align<double>(new double[3], [0.5, 0.5], [0.5, 0.5])).ParamName);
    }
}
