namespace Lossary.Losses.Tests;

public sealed class SoftMarginTripletLossTests() : ArrayLaws<SoftMarginTripletLoss>
{
    [Fact]
    public void Equal_distances_cost_ln_2_and_pull_by_half()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(1, 0),
            ["positive"] = Embeddings.Rows(1, 2),
            ["negative"] = Embeddings.Rows(1, -2),
        };
        Assert.Equal(Math.Log(2), new SoftMarginTripletLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(0.5, inputs["positive"].Gradient[0], 14);
    }
}
