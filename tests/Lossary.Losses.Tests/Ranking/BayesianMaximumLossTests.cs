namespace Lossary.Losses.Tests;

public sealed class BayesianMaximumLossTests() : ArrayLaws<BayesianMaximumLoss>(0.3)
{
    [Fact]
    public void One_negative_makes_it_bpr_with_a_penalty()
    {
        LossInputs<double> inputs = new()
        {
            ["positive"] = TestInputs.Variable([1], 0.4),
            ["negatives"] = TestInputs.Variable([1, 1], 1.1),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(0.7)) + (0.3 * 1.21), ValueOf(inputs), 14);
    }

    [Fact]
    public void Shares_weigh_the_chances_and_none_of_them_vanishes()
    {
        // Shares 1/4 and 3/4, chances 3/4 and 1/2.
        LossInputs<double> inputs = new()
        {
            ["positive"] = TestInputs.Variable([1], Math.Log(3)),
            ["negatives"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
        };
        Assert.Equal(-Math.Log((3 / 16.0) + (3 / 8.0)), new BayesianMaximumLoss(0).Evaluate(inputs).Mean, 14);
        inputs["positive"].Values[0] = -2000;
        Assert.InRange(new BayesianMaximumLoss(0).Evaluate(inputs).Mean, 2000, 2002);
        Assert.Equal(-1, inputs["positive"].Gradient[0], 12);
    }
}
