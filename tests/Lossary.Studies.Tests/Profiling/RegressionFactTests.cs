using Lossary.Data;
using static Lossary.Studies.FactCatalogue;
using static Lossary.Studies.Tests.ProfiledData;

namespace Lossary.Studies.Tests;

/// <summary>Facts of numbers, on simulated data whose truth is known.</summary>
public sealed class RegressionFactTests
{
    [Theory]
    [InlineData(700)]
    [InlineData(3000)]
    public void Normal_noise_of_equal_spread_alarms_nothing(int rows)
    {
        FactSet facts = Regression(rows, (random, signal, _) => Number((2 * signal) + random.NextNormal())).Facts;

        Assert.InRange(facts[NoiseScale]!.Value, 0.88, 1.12);
        Assert.InRange(facts[OutlierShare]!.Value, 0, 0.002);
        Assert.True(facts[TailIndex] > 4, $"{facts[TailIndex]}");
        Assert.InRange(facts[ResidualSkewness]!.Value, -0.05, 0.05);
        Assert.InRange(facts[SpreadRatio]!.Value, 0.8, 1.4);
        Assert.InRange(facts[Explained]!.Value, 0.35, 0.6);
        Assert.Null(facts[FactCatalogue.TaylorSlope]);
        Assert.Null(facts[FactCatalogue.Dispersion]);
    }

    [Fact]
    public void Students_noise_has_its_degrees_of_freedom_as_tail_index()
    {
        DataProfile profile =
            Regression(3000, (random, signal, _) => Number((2 * signal) + ProfiledData.StudentT(random, 3)));

        Assert.True(profile.Facts.TryGet(TailIndex, out Fact? tail));
        Assert.InRange(tail.Value, 2.2, 4);
        Assert.True(tail.Low < 3.5 && tail.High > 3);
        Assert.InRange(profile.Facts[OutlierShare]!.Value, 0.003, 0.015);
    }

    [Fact]
    public void Gross_errors_are_counted_as_outliers()
    {
        FactSet facts = Regression(2000, (random, signal, _) =>
            Number((2 * signal) + (random.NextDouble() < 0.05 ? 15 + random.NextNormal() : random.NextNormal()))).Facts;

        Assert.InRange(facts[OutlierShare]!.Value, 0.035, 0.065);
    }

    [Fact]
    public void Noise_that_a_feature_drives_is_seen()
    {
        FactSet facts = Regression(1500, (random, signal, a) =>
            Number((2 * signal) + (Math.Exp(0.7 * a) * random.NextNormal()))).Facts;

        // Of exp(0.7 a), the means over the outer fifths of a normal a are e^(±0.98) apart: a ratio of 7, less what is missed.
        Assert.InRange(facts[SpreadRatio]!.Value, 3, 8);
        Assert.True(facts[HeteroscedasticityP] < 1e-6);
        Assert.True(facts[TailIndex] > 3.5, $"{facts[TailIndex]}");
    }

    [Fact]
    public void Multiplicative_noise_has_a_taylor_slope_of_two()
    {
        DataProfile profile =
            Regression(2000, (random, signal, _) => Number(Math.Exp(1 + (0.6 * signal)) * Gamma(random, 4)));

        Assert.InRange(profile.Facts[FactCatalogue.TaylorSlope]!.Value, 1.75, 2.25);
        Assert.True(profile.Facts[ResidualSkewness] > 0.1);
    }

    [Fact]
    public void Facts_of_the_target_alone_are_what_they_say()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i * 7 % 60},{Math.Min(40, i)}.5\n"));
        Table table = Read("a,y\n" + rows);
        FactSet facts = Profiler.Profile(table, Target.Read(table, "y", new() { Task = TaskKind.Regression })).Facts;

        Assert.Equal(60, facts[FactCatalogue.Rows]);
        Assert.Equal(1, facts[Features]);
        Assert.Equal(0.5, facts[Minimum]);
        Assert.Equal(40.5, facts[Maximum]);
        Assert.Equal(30, facts[Median]);
        Assert.Equal(0, facts[IntegerShare]);
        Assert.Equal(0, facts[ZeroShare]);
        Assert.Equal(20 / 60.0, facts[TiesAtMaximum]);
        Assert.Equal(1 / 60.0, facts[UnitShare]);

        // Percentiles 1 and 99 lie at ranks 0.59 and 58.41 of 0 to 59: between 0.5 and 1.5, and among the ties at 40.5.
        Assert.Equal(Math.Log10(40.5 / 1.09), facts[Decades]!.Value, 12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_any_number_of_threads()
    {
        Table table = Build(400, 5, (random, signal, _) => Number(Math.Exp(signal) + random.NextDouble()));
        Target target = Target.Read(table, "y");

        DataProfile one = Profiler.Profile(table, target, new() { Threads = 1 });
        DataProfile four = Profiler.Profile(table, target, new() { Threads = 4 });

        Assert.Equal(one.Facts.ToArray(), four.Facts.ToArray());
        Assert.Equal(one.Baseline!.Deviations, four.Baseline!.Deviations);
    }

    private static DataProfile Regression(int rows, Func<Numerics.RandomStream, double, double, string> target) =>
        Profile(rows, 11, TaskKind.Regression, target);
}
