namespace Lossary.Losses.Tests;

public sealed class NPairLossTests() : ArrayLaws<NPairLoss>
{
    [Fact]
    public void Products_of_3_with_the_own_positive_and_1_with_the_other_cost_a_softplus_of_minus_2()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(1, 1, 1),
            ["positive"] = Embeddings.Rows(1, 3, 1),
        };
        double[] values = new double[2];
        inputs.Values = values;
        new NPairLoss().Evaluate(inputs);
        Assert.Equal(Math.Log(1 + Math.Exp(-2)), values[0], 14);
        Assert.Equal(Math.Log(1 + Math.Exp(2)), values[1], 14);
    }
}
