using Lossary.Numerics;

namespace Lossary.Studies.Tests;

public sealed class FriedmanTestTests
{
    /// <summary>Demšar (2006), table 6: AUC of C4.5 and three variants on 14 data sets, from which his ranks follow.</summary>
    private static readonly double[][] Demsar =
    [
        [0.763, 0.768, 0.771, 0.798], [0.599, 0.591, 0.590, 0.569], [0.954, 0.971, 0.968, 0.967],
        [0.628, 0.661, 0.654, 0.657], [0.882, 0.888, 0.886, 0.898], [0.936, 0.931, 0.916, 0.931],
        [0.661, 0.668, 0.609, 0.685], [0.583, 0.583, 0.563, 0.625], [0.775, 0.838, 0.866, 0.875],
        [1, 1, 1, 1], [0.940, 0.962, 0.965, 0.962], [0.619, 0.666, 0.614, 0.669],
        [0.972, 0.981, 0.9755, 0.975], [0.957, 0.978, 0.946, 0.970],
    ];

    /// <summary>1 − Σ(t³ − t) / (N k (k² − 1)), ties of 2, 2, 4 and 2 in 14 rows of 4.</summary>
    private const double TieCorrection = 1 - ((6.0 + 6 + 60 + 6) / (14 * 4 * 15));

    private static readonly RandomStream Random = new(1);

    [Fact]
    public void Mean_ranks_are_those_of_Demsar()
    {
        double[] expected = [3.143, 2.000, 2.893, 1.964];

        Assert.Equal(expected, Test(Demsar).MeanRanks, (one, other) => Math.Abs(one - other) < 0.0005);
    }

    [Fact]
    public void The_statistic_is_that_of_Demsar_but_for_the_correction_for_ties()
    {
        // Demšar's 9.28 and 3.69 are without it.
        double plain = Test(Demsar).ChiSquared * TieCorrection;

        Assert.Equal(9.28, plain, 0.005);
        Assert.Equal(3.69, 13 * plain / ((14 * 3) - plain), 0.005);
    }

    [Fact]
    public void The_corrected_statistic_is_that_of_R()
    {
        // R 4.2.2: friedman.test of the same table.
        FriedmanTest test = Test(Demsar);

        Assert.Equal(10.22834646, test.ChiSquared, 1e-8);
        Assert.Equal(0.0167215803284, test.ChiSquaredPValue, 1e-10);
    }

    [Fact]
    public void The_F_statistic_has_the_tails_of_R()
    {
        // F = 13 · 10.2283 / (42 − 10.2283) = 4.18506; R 4.2.2: pf(4.18506, 3, 39, lower.tail = FALSE).
        FriedmanTest test = Test(Demsar);

        Assert.Equal(13 * 10.22834646 / (42 - 10.22834646), test.F, 1e-7);
        Assert.Equal(0.01162065949, test.FPValue, 1e-7);
    }

    [Fact]
    public void Permutations_of_many_data_sets_agree_with_the_F_statistic()
    {
        FriedmanTest test = Test(Demsar);

        Assert.InRange(test.PValue, 0.5 * test.FPValue, 2 * test.FPValue);
    }

    [Fact]
    public void Few_data_sets_that_all_agree_prove_little()
    {
        // Two data sets, three losses, one order: of the 6 orders of the second data set only one agrees as well.
        FriedmanTest test = FriedmanTest.Of([[1, 2, 3], [1, 2, 3]], Random);

        Assert.Equal(double.PositiveInfinity, test.F);
        Assert.Equal(1.0 / 6, test.PValue, 0.01);
    }

    [Fact]
    public void Losses_that_always_tie_do_not_differ()
    {
        FriedmanTest test = FriedmanTest.Of([[1.5, 1.5], [1.5, 1.5]], Random);

        Assert.Equal(1, test.PValue);
        Assert.Equal(0, test.ChiSquared);
    }

    [Fact]
    public void The_same_seed_gives_the_same_p_value() => Assert.Equal(Test(Demsar).PValue, Test(Demsar).PValue);

    [Fact]
    public void One_data_set_ranks_nothing() =>
        Assert.Throws<ArgumentException>(() => FriedmanTest.Of([[1, 2]], Random));

    [Fact]
    public void Equal_scores_share_their_ranks_and_failures_are_last()
    {
        Assert.Equal([2.5, 1, 2.5, 4], AverageRanks.Of([0.3, 0.2, 0.3, double.NaN], higherIsBetter: false));
        Assert.Equal([1.5, 3, 1.5, 4.5, 4.5], AverageRanks.Of([9, 8, 9, double.NaN, double.NaN], higherIsBetter: true));
    }

    private static FriedmanTest Test(double[][] scores) =>
        FriedmanTest.Of([.. scores.Select(row => AverageRanks.Of(row, higherIsBetter: true))], Random);
}
