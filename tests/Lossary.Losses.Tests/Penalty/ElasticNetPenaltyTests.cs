namespace Lossary.Losses.Tests;

public sealed class ElasticNetPenaltyTests() : ArrayLaws<ElasticNetPenalty>(0.3, 0.4)
{
    [Fact]
    public void At_its_ends_it_is_the_two_others()
    {
        LossInputs<double> inputs = Example(60);
        double sizes = new LassoPenalty(0.3).Evaluate(inputs).Mean;
        double squares = new RidgePenalty(0.15).Evaluate(inputs).Mean;
        Assert.Equal(sizes, new ElasticNetPenalty(0.3, 1).Evaluate(inputs).Mean, 14);
        Assert.Equal(squares, new ElasticNetPenalty(0.3, 0).Evaluate(inputs).Mean, 14);
    }
}
