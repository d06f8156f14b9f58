namespace Lossary.Losses.Tests;

public sealed class RankedProbabilityLossTests() : OrdinalLaws<RankedProbabilityLoss>(default)
{
    protected override double Published(double difference) => difference * difference;

    [Fact]
    public void Two_classes_give_the_Brier_score()
    {
        foreach (double z in new[] { -2, 0.3, 4 })
        {
            double brier = LossCatalogue.Create<ISampleLoss>("brier").At(z, 1).Value;
            Assert.Equal(brier, Subject.Sum([0, z], 2, [1]), 1e-15);
        }
    }

    [Fact]
    public void Sure_prediction_costs_as_many_as_it_is_classes_off()
    {
        double[] sure = [800, 0, 0, 0];
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(target => Subject.Sum(sure, 4, [target])));
    }

    /// <summary>
    /// By hand: probabilities (¼, ¼, ½) score (¼ − 0)² + (½ − 0)² where the third class is true.
    /// </summary>
    [Fact]
    public void Cumulative_probabilities_are_squared_and_added()
    {
        double[] scores = [0, 0, Math.Log(2)];
        Assert.Equal(0.3125, Subject.Sum(scores, 3, [2]), 1e-15);
        Assert.Equal(0.0625 + 0.25, Subject.Sum(scores, 3, [1]), 1e-15);
        Assert.Equal(0.5625 + 0.25, Subject.Sum(scores, 3, [0]), 1e-15);
    }

    /// <summary>The golden case papers/emd_squared/4cd2a4c906: the sum of squares of cumulated differences.</summary>
    [Fact]
    public void Squared_earth_movers_distance_is_the_golden_one()
    {
        double[] p = [0.1419064990261223, 0.17831923217048706, 0.11555751636059125, 0.11854781522056364, 0.44566893722223566];
        double[] q = [0.02934846857574436, 0.12597725400865817, 0.24439441298622092, 0.13237997249455263, 0.46789989193482395];
        double found = Subject.Evaluate(
            new ClassBatch<double> { Scores = [.. p.Select(x => Math.Log(x))], Classes = 5, Shares = q }).Sum;
        Assert.Equal(0.04165608645276364, found, 1e-15);
    }

    [Fact]
    public void Thousands_of_classes_are_taken()
    {
        double[] gradient = new double[5000];
        double[] scores = [.. Enumerable.Range(0, 5000).Select(k => -0.001 * k)];
        double value = Subject.Sum(scores, 5000, [2500], gradient);
        Assert.InRange(value, 1, 4999);
        Assert.Equal(0, gradient.Sum(), 1e-10);
    }
}
