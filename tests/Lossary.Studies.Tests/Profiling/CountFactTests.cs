using Lossary.Data;
using static Lossary.Studies.FactCatalogue;
using static Lossary.Studies.Tests.ProfiledData;

namespace Lossary.Studies.Tests;

/// <summary>Facts of counts, on simulated data whose truth is known.</summary>
public sealed class CountFactTests
{
    [Theory]
    [InlineData(600, 0.5)]
    [InlineData(3000, 0.5)]
    [InlineData(3000, 3)]
    [InlineData(3000, -1.5)]
    public void Poisson_counts_have_a_dispersion_of_one(int rows, double height)
    {
        FactSet facts = Counts(rows, (random, signal, _) => $"{Poisson(random, Math.Exp((0.5 * signal) + height))}");

        Assert.InRange(facts[FactCatalogue.Dispersion]!.Value, 0.85, 1.25);
        Assert.InRange(facts[NegativeBinomialAlpha]!.Value, 0, 0.15);

        // What a fit of few rows misses of the signal passes for zeros, too.
        Assert.InRange(facts[ExcessZerosZ]!.Value, -3, rows < 1000 ? 4.5 : 3);
        Assert.InRange(facts[FactCatalogue.TaylorSlope]!.Value, 0.75, 1.25);
    }

    [Fact]
    public void Gamma_mixed_counts_have_their_alpha_and_no_excess_zeros_beyond_it()
    {
        FactSet facts = Counts(3000, (random, signal, _) =>
            $"{Poisson(random, Math.Exp((0.5 * signal) + 1) * Gamma(random, 2))}");

        Assert.True(facts.TryGet(NegativeBinomialAlpha, out Fact? alpha));
        Assert.InRange(alpha.Value, 0.4, 0.6);
        Assert.InRange(0.5, alpha.Low!.Value, alpha.High!.Value);
        Assert.True(facts[FactCatalogue.Dispersion] > 2);
        Assert.True(facts[ExcessZerosZ] > 10);
        Assert.InRange(facts[NegativeBinomialZerosZ]!.Value, -3, 3.5);
    }

    /// <summary>Zeros of a further kind by the share π: α of the mixture is π / (1 − π).</summary>
    [Fact]
    public void Zeros_of_a_further_kind_exceed_the_negative_binomial()
    {
        FactSet facts = Counts(3000, (random, signal, _) =>
            random.NextDouble() < 0.3 ? "0" : $"{Poisson(random, Math.Exp((0.5 * signal) + 1))}");

        Assert.InRange(facts[NegativeBinomialAlpha]!.Value, 0.33, 0.53);
        Assert.True(facts[NegativeBinomialZerosZ] > 6, $"{facts[NegativeBinomialZerosZ]}");
    }

    private static FactSet Counts(int rows, Func<Numerics.RandomStream, double, double, string> target) =>
        Profile(rows, 12, TaskKind.Counts, target).Facts;
}
