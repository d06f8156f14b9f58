namespace Lossary.Studies.Tests;

public sealed class NemenyiTestTests
{
    [Theory]
    [InlineData(0.05, new[] { 1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164 })]
    [InlineData(0.10, new[] { 1.645, 2.052, 2.291, 2.459, 2.589, 2.693, 2.780, 2.855, 2.920 })]
    public void Critical_values_are_those_of_Demsars_table_5(double significance, double[] expected)
    {
        // q for 2 to 10 classifiers, printed with three decimals, some of them cut off.
        for (int losses = 2; losses <= 10; losses++)
        {
            double q = NemenyiTest.CriticalDifference(losses, 1, significance) / Math.Sqrt(losses * (losses + 1) / 6.0);
            Assert.Equal(expected[losses - 2], q, 0.0011);
        }
    }

    [Theory]
    [InlineData(0.01, 2, 3.6427727364)]
    [InlineData(0.01, 3, 4.12030328327)]
    [InlineData(0.01, 5, 4.60282104317)]
    [InlineData(0.01, 10, 5.15663525314)]
    public void Quantiles_of_the_range_are_those_of_R(double probability, int count, double expected)
    {
        // R 4.2.2: qtukey(0.99, count, Inf), which stops iterating early.
        Assert.Equal(expected, StudentizedRange.Exceeded(probability, count), 1e-6);
    }

    [Theory]
    [InlineData(0.5, 3, 0.0665780548647)]
    [InlineData(2, 3, 0.66650067496)]
    [InlineData(6, 3, 0.999934426502)]
    [InlineData(3.5, 8, 0.793848595793)]
    public void The_distribution_of_the_range_is_that_of_R(double range, int count, double expected)
    {
        // R 4.2.2: ptukey(range, count, Inf).
        Assert.Equal(expected, StudentizedRange.Cdf(range, count), 1e-9);
    }

    [Fact]
    public void The_critical_difference_of_Demsars_example()
    {
        // Four variants on 14 data sets: 1.25 at 0.05, 1.12 at 0.10; 3.143 and 1.964 differ at 0.10 only.
        Assert.Equal(1.25, NemenyiTest.CriticalDifference(4, 14, 0.05), 0.005);
        Assert.Equal(1.12, NemenyiTest.CriticalDifference(4, 14, 0.10), 0.005);
        Assert.InRange(NemenyiTest.PValue(3.143 - 1.964, 4, 14), 0.05, 0.10);
    }

    [Fact]
    public void A_difference_as_large_as_the_critical_one_has_the_significance_as_its_p_value()
    {
        double critical = NemenyiTest.CriticalDifference(6, 9, 0.05);

        Assert.Equal(0.05, NemenyiTest.PValue(-critical, 6, 9), 1e-9);
    }

    [Fact]
    public void Groups_are_the_longest_runs_within_the_critical_difference()
    {
        // In order 1, 1.5, 2.4, 3.5, 5: runs shorter than 1.2 are {1, 1.5}, {1.5, 2.4}, {2.4, 3.5}; 5 is alone.
        IReadOnlyList<IReadOnlyList<int>> groups = NemenyiTest.Groups([2.4, 1, 5, 1.5, 3.5], 1.2);

        Assert.Equal([[1, 3], [3, 0], [0, 4]], groups);
    }

    [Fact]
    public void A_group_within_another_is_not_told()
    {
        Assert.Equal([[0, 1, 2]], NemenyiTest.Groups([1, 2, 2.5], 1.6));
        Assert.Empty(NemenyiTest.Groups([1, 3], 1.6));
    }
}
