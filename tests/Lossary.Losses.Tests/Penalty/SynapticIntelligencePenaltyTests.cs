namespace Lossary.Losses.Tests;

public sealed class SynapticIntelligencePenaltyTests() : ArrayLaws<SynapticIntelligencePenalty>(0.5, 1)
{
    [Fact]
    public void Credit_over_the_squared_path_is_the_importance()
    {
        // Importances 6 / (1 + 1) and 0; a step of 2.
        LossInputs<double> inputs = TestInputs.Pair("parameter", [3, 5], "anchor", [1, 4]);
        inputs["credit"] = TestInputs.Constant([2], 6, -6);
        inputs["displacement"] = TestInputs.Constant([2], 1, 1);
        Assert.Equal(0.5 * 3 * 4, ValueOf(inputs), 14);
    }
}
