namespace Lossary.Losses.Tests;

public sealed class SynapsePenaltyTests() : ArrayLaws<SynapsePenalty>
{
    [Fact]
    public void It_is_twice_elastic_weight_consolidation()
    {
        LossInputs<double> inputs = Example(61);
        Assert.Equal(2 * new ElasticWeightPenalty(1).Evaluate(inputs).Mean, ValueOf(inputs), 12);
    }
}
