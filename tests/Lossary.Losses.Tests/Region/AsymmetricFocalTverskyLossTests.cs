namespace Lossary.Losses.Tests;

public sealed class AsymmetricFocalTverskyLossTests() : RegionLaws<AsymmetricFocalTverskyLoss>
{
    protected override bool HasCounts => false;

    [Fact]
    public void Foreground_counts_by_the_root_of_its_error()
    {
        // TP ¾, FN ¼, FP ¼ for both classes.
        LossInputs<double> inputs = Images.Of([[Math.Log(3), 0], [0, Math.Log(3)]], [[1.0, 0], [0, 1]]);
        Assert.Equal(0.5 * (0.25 + Math.Sqrt(0.25)), ValueOf(inputs), 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(1000)]
    public void A_class_that_is_right_has_a_small_cost_and_a_bounded_gradient(double logit)
    {
        // (1 − d) (1 − d)^(−γ), as a library has it, is 0 · ∞ where d is 1.
        double[][] logits = [[logit, -logit], [-logit, logit]], targets = [[1.0, 0], [0, 1]];
        LossInputs<double> inputs = Images.Of(logits, targets);
        double wrong = 1 / (1 + Math.Exp(2 * logit));
        Assert.InRange(new AsymmetricFocalTverskyLoss(0.7, 0.75).Evaluate(inputs).Mean, 0, Math.Pow(wrong, 0.25));
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.InRange(slope, -1, 1));
    }
}
