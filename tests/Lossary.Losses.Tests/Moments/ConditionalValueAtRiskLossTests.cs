namespace Lossary.Losses.Tests;

public sealed class ConditionalValueAtRiskLossTests() : ArrayLaws<ConditionalValueAtRiskLoss>(0.5)
{
    [Fact]
    public void The_boundary_sample_counts_in_part()
    {
        // The upper half of three: one and a half samples.
        LossInputs<double> inputs = new() { ["loss"] = TestInputs.Variable([3], 1, 7, 4) };
        Assert.Equal((7 + (0.5 * 4)) / 1.5, ValueOf(inputs), 14);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_not_a_small_one()
    {
        LossInputs<double> inputs = new() { ["loss"] = TestInputs.Variable([4], 1, double.NaN, 4, 2) };
        Assert.Equal(double.NaN, ValueOf(inputs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void It_is_the_minimum_over_the_threshold(double level)
    {
        double[] losses = [0.2, 3, 1.5, 0.9, 2.2, 0.1, 5];
        double least = losses.Append(-1).Min(threshold =>
            threshold + (losses.Sum(loss => Math.Max(0, loss - threshold)) / ((1 - level) * losses.Length)));
        LossInputs<double> inputs = new() { ["loss"] = TestInputs.Variable([7], losses) };
        Assert.Equal(least, new ConditionalValueAtRiskLoss(level).Evaluate(inputs).Mean, 13);
    }
}
