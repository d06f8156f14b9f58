namespace Lossary.Losses.Tests;

public sealed class AreaLogisticLossTests() : ArrayLaws<AreaLogisticLoss>
{
    [Fact]
    public void It_is_RankNet_over_the_number_of_pairs()
    {
        double[] scores = [0.3, -0.4, 1.2, 0.1, -2], labels = [1, 0, 0, 1, 0];
        Assert.Equal(
            Lists.Value(new RankNetLoss(1), scores, labels) / 6, default(AreaLogisticLoss).Evaluate(Labels.Of(scores, labels)).Mean, 14);
    }

    [Fact]
    public void A_batch_of_one_class_costs_nothing()
    {
        LossInputs<double> inputs = Labels.Of([0.3, -0.4], [1, 1]);
        Assert.Equal(new Totals(0, 0), default(AreaLogisticLoss).Evaluate(inputs));
        Assert.Equal([0, 0], inputs["score"].Gradient.ToArray());
    }
}

public sealed class AreaSquaredLossTests() : ArrayLaws<AreaSquaredLoss>
{
    [Fact]
    public void It_is_the_mean_over_all_pairs()
    {
        double[] scores = [0.3, -0.4, 1.2, 0.1, -2], labels = [1, 0, 0, 1, 0];
        double[] positives = [0.3, 0.1], negatives = [-0.4, 1.2, -2];
        IEnumerable<double> pairs = positives.SelectMany(p => negatives.Select(q => Math.Pow(1 - (p - q), 2)));
        Assert.Equal(pairs.Average(), new AreaSquaredLoss(1).Evaluate(Labels.Of(scores, labels)).Mean, 13);
    }
}

public sealed class AreaMinMaxLossTests() : ArrayLaws<AreaMinMaxLoss>
{
    [Fact]
    public void Within_the_margin_it_is_the_squared_loss_and_beyond_it_the_variances()
    {
        LossInputs<double> near = Labels.Of([0.5, 0.1, 0.2], [1, 0, 0]), far = Labels.Of([5, 0.1, 0.3], [1, 0, 0]);
        Assert.Equal(new AreaSquaredLoss(1).Evaluate(near).Mean, new AreaMinMaxLoss(1).Evaluate(near).Mean, 14);
        Assert.Equal(0.01, new AreaMinMaxLoss(1).Evaluate(far).Mean, 14);
    }
}
