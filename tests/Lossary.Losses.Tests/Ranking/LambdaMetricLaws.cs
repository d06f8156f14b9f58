namespace Lossary.Losses.Tests;

/// <summary>A loss of pairs that weigh by what their exchange changes of a metric of relevances.</summary>
public abstract class LambdaMetricLaws<TLoss> : ArrayLaws<TLoss>
    where TLoss : struct, IArrayLoss<TLoss>, IDocumentedLoss
{
    // What an exchange changes is a constant.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Pairs_weigh_by_what_their_exchange_changes_of_the_metric()
    {
        double[] scores = [2.5, 2, 1.2, 0.4, -1], relevances = [0, 1, 0, 1, 1];
        LossInputs<double> inputs = Given(("score", scores), ("relevance", relevances));
        double expected = 0, pull = 0;
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                if (relevances[i] > 0 && relevances[j] == 0)
                {
                    double[] exchanged = [.. relevances];
                    (exchanged[i], exchanged[j]) = (exchanged[j], exchanged[i]);
                    double change = Math.Abs(Metric(exchanged) - Metric(relevances)), gap = scores[i] - scores[j];
                    expected += change * Math.Log(1 + Math.Exp(-gap));
                    pull += i == 1 ? change / (1 + Math.Exp(gap)) : 0;
                }
            }
        }

        Assert.Equal(expected, ValueOf(inputs), 14);
        Assert.Equal(-pull, inputs["score"].Gradient[1], 14);
    }

    /// <summary>The metric of relevances in their order.</summary>
    protected abstract double Metric(double[] relevances);
}
