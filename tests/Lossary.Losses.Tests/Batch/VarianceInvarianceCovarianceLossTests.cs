namespace Lossary.Losses.Tests;

public sealed class VarianceInvarianceCovarianceLossTests() : ArrayLaws<VarianceInvarianceCovarianceLoss>
{
    [Fact]
    public void Two_equal_views_of_one_feature_that_hardly_varies_cost_what_their_spread_lacks()
    {
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(1, 0.1, -0.1), ["second"] = Embeddings.Rows(1, 0.1, -0.1) };
        double lack = 1 - Math.Sqrt(0.02 + 1e-4);
        Assert.Equal(25 * lack, new VarianceInvarianceCovarianceLoss(25, 25, 1).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void Features_that_say_the_same_cost_their_squared_covariances()
    {
        LossInputs<double> inputs = new() { ["first"] = Embeddings.Rows(2, 3, 3, -3, -3), ["second"] = Embeddings.Rows(2, 3, 3, -3, -3) };
        double covariance = 18;
        Assert.Equal(2 * covariance * covariance, new VarianceInvarianceCovarianceLoss(25, 25, 1).Evaluate(inputs).Mean, 10);
    }
}
