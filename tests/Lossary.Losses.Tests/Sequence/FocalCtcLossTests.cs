namespace Lossary.Losses.Tests;

public sealed class FocalCtcLossTests() : ArrayLaws<FocalCtcLoss>
{
    [Fact]
    public void Without_gamma_it_is_the_plain_loss_and_with_it_an_easy_sample_counts_less()
    {
        LossInputs<double> inputs = Example(61);
        double plain = new CtcLoss(0).Evaluate(inputs).Mean;
        Assert.Equal(plain, new FocalCtcLoss(0).Evaluate(inputs).Mean, 13);
        double[] costs = ((IArrayLoss)LossCatalogue.Create("ctc")).Terms(new Tensors.Tape<double>(), inputs).Values.Values.ToArray();
        double expected = costs.Select(cost => cost * Math.Pow(1 - Math.Exp(-cost), 2)).Average();
        Assert.Equal(expected, new FocalCtcLoss(2).Evaluate(inputs).Mean, 13);
    }
}
