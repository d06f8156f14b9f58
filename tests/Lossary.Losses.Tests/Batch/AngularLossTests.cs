namespace Lossary.Losses.Tests;

public sealed class AngularLossTests() : ArrayLaws<AngularLoss>(30)
{
    [Fact]
    public void Two_pairs_at_right_angles_cost_what_the_formula_says()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 2, 0, 0, 1),
            ["positive"] = Embeddings.Rows(2, 1, 0, 0, 3),
        };
        double expected = Math.Log(1 + Math.Exp(0 - (2 * (1 + 1))));
        Assert.Equal(expected, new AngularLoss(45).Evaluate(inputs).Mean, 14);
    }
}
