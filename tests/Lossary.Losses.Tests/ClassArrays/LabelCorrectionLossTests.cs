namespace Lossary.Losses.Tests;

public sealed class LabelCorrectionLossTests() : ArrayLaws<LabelCorrectionLoss>
{
    [Theory]
    [InlineData(0.5, 1, -0.5, true)]
    [InlineData(2, 0, 2, true)]
    [InlineData(0.3, 0, 0.3, false)]
    public void What_the_model_is_sure_of_counts_as_given(double logit, double label, double shifted, bool isThere)
    {
        double p = 1 / (1 + Math.Exp(-shifted)), q = isThere ? p : 1 - p;
        Assert.Equal(-Math.Pow(1 - q, 2) * Math.Log(q), CostOf(("logit", logit), ("label", label)), 13);
    }
}
