namespace Lossary.Losses.Tests;

public sealed class ClassBalancedLossTests() : ArrayLaws<ClassBalancedLoss>(0.9)
{
    [Fact]
    public void Weights_are_those_of_the_effective_numbers()
    {
        // Counts 1 and 3 at β = ½: effective numbers 1 and 1.75, weights 7/4 and 1 scaled to sum 2: 14/11 and 8/11.
        LossInputs<double> inputs = RowInputs.Of([0, 0], 1, ("count", [1, 3]));
        Assert.Equal(8.0 / 11 * Math.Log(2), new ClassBalancedLoss(0.5).Evaluate(inputs).Mean, 1e-15);
    }

    [Fact]
    public void Beta_0_weighs_all_alike()
    {
        LossInputs<double> inputs = RowInputs.Of([0, 0], 1, ("count", [1, 3000]));
        Assert.Equal(Math.Log(2), new ClassBalancedLoss(0).Evaluate(inputs).Mean, 1e-15);
    }
}

public sealed class LogitAdjustedLossTests() : ArrayLaws<LogitAdjustedLoss>(1)
{
    [Fact]
    public void Scores_of_0_cost_what_the_frequencies_say()
    {
        LossInputs<double> inputs = RowInputs.Of([0, 0, 0], 1, ("prior", [0.6, 0.3, 0.1]));
        Assert.Equal(-Math.Log(0.3), Subject.Evaluate(inputs).Mean, 1e-15);
    }
}

public sealed class LabelDistributionMarginLossTests() : ArrayLaws<LabelDistributionMarginLoss>(0.5, 10)
{
    [Fact]
    public void Rare_class_has_the_whole_margin_and_a_frequent_one_less()
    {
        // 16^(−¼) = ½: margins 0.5 and 0.25.
        double expected = Math.Log(1 + Math.Exp(10 * 0.25));
        Assert.Equal(expected, Subject.Evaluate(RowInputs.Of([0, 0], 1, ("count", [1, 16]))).Mean, 1e-14);
        expected = Math.Log(1 + Math.Exp(10 * 0.5));
        Assert.Equal(expected, Subject.Evaluate(RowInputs.Of([0, 0], 0, ("count", [1, 16]))).Mean, 1e-14);
    }
}

public sealed class ExpectedCostLossTests() : ArrayLaws<ExpectedCostLoss>
{
    [Fact]
    public void Mistakes_cost_by_the_table()
    {
        LossInputs<double> inputs = RowInputs.Of([0, Math.Log(3)], 1, ("cost", [0, 1, 8, 0]));
        Assert.Equal(2, Subject.Evaluate(inputs).Mean, 1e-15);
    }
}
