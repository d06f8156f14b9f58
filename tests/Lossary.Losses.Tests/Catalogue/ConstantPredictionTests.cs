using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>The best constant that an entry names is the best, for every entry of the catalogue that names one.</summary>
public sealed class ConstantPredictionTests
{
    private const int Samples = 41, Classes = 4;

    /// <summary>Every entry that names its best constant, and those whose parameters change it.</summary>
    public static TheoryData<string> Names =>
    [
        .. LossCatalogue.All.Select(entry => entry.Create())
            .Where(loss => loss.Traits.Functional != Functional.Unnamed && loss.Card.Link != Link.Softmax)
            .Select(loss => loss.Name),
        "quantile:level=0.1", "quantile:level=0.93", "log-quantile:level=0.8", "expectile:level=0.05", "expectile:level=0.9",
        "tweedie:power=1.1", "tweedie:power=1.9", "negative-binomial:alpha=3", "barron:alpha=2", "power:p=1", "power:p=2",
        "0.7*squared+0.3*half-squared",
    ];

    /// <summary>The same for rows of scores, where the constant is the logarithm of each class's share.</summary>
    public static TheoryData<string> ClassNames =>
    [
        .. LossCatalogue.All.Select(entry => entry.Create())
            .Where(loss => loss.Traits.Functional != Functional.Unnamed && loss.Card.Link == Link.Softmax)
            .Select(loss => loss.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_constant_costs_less_than_the_one_named(string name)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
        foreach (ulong seed in new ulong[] { 1, 2, 3, 4 })
        {
            (double[] targets, double[] weights) = Draw(loss.Card.Target, seed);
            double named = Raw(loss.Card.Link, Named(loss.Traits, targets, weights));
            Close.Check(named, loss.BestConstant(targets, weights)!.Value, 1e-9, 1e-9, $"the constant of {name}");
            double least = Risk(loss, named, targets, weights), rounding = 1e-13 * (1 + Math.Abs(least));
            for (int i = -400; i <= 400; i++)
            {
                double other = named + (Math.CopySign(i * i, i) * 1e-5);
                if (loss.Card.Prediction.Contains(other))
                {
                    Close.Claim(Risk(loss, other, targets, weights) >= least - rounding, $"{name}: {other:R} beats {named:R}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ClassNames))]
    public void No_constant_scores_cost_less_than_the_logarithms_of_the_shares(string name)
    {
        RandomStream random = new(5);
        int[] targets = [.. Enumerable.Range(0, Samples).Select(i => i < Classes ? i : random.NextInt(Classes))];
        double[] weights = [.. targets.Select((_, i) => i % 7 == 5 ? 0 : 0.25 + random.NextDouble())];
        double[] named = [.. Enumerable.Range(0, Classes).Select(
            k => Math.Log(targets.Select((t, i) => t == k ? weights[i] : 0).Sum() / weights.Sum()))];
        double least = Risk(name, named, targets, weights);
        for (int trial = 0; trial < 400; trial++)
        {
            double step = Math.Pow(10, -4 * random.NextDouble());
            double[] other = [.. named.Select(score => score + (step * random.NextNormal()))];
            Close.Claim(Risk(name, other, targets, weights) >= least - 1e-13, $"{name}: others cost less");
        }
    }

    [Fact]
    public void Constants_are_those_worked_by_hand()
    {
        double[] targets = [1, 2, 4, 9], weights = [1, 1, 2, 0];
        Assert.Equal(2.75, Best("squared", targets, weights));
        Assert.Equal(Math.Log(4), Best("poisson", targets)!.Value, 14);
        Assert.Equal(2, Best("absolute", targets, weights));
        Assert.Equal(9, Best("quantile:level=0.9", targets));

        // ¾ (9 − e) = ¼ (e − 1 + e − 2 + e − 4) at e = 34/6, which lies between 4 and 9.
        Assert.Equal(34.0 / 6, Best("expectile:level=0.75", targets)!.Value, 14);
        Assert.Equal(Math.Log(Math.Sqrt(8)), Best("log-normal", [2, 4])!.Value, 14);
        Assert.Equal(Math.Log(3), Best("binary-cross-entropy", [1, 1, 0, 1])!.Value, 14);
    }

    [Fact]
    public void A_constant_at_the_end_of_the_link_is_infinite_and_without_a_name_or_samples_there_is_none()
    {
        Assert.Equal(double.NegativeInfinity, Best("poisson", [0, 0]));
        Assert.Equal(double.PositiveInfinity, Best("binary-cross-entropy", [1, 1]));
        Assert.Null(Best("huber", [1, 2]));
        Assert.Null(Best("squared", []));
        Assert.Null(Best("squared", [1, 2], [0, 0]));
    }

    [Fact]
    public void Weights_and_targets_that_cannot_be_are_refused_with_their_place()
    {
        Assert.Contains("weights has 1 elements, targets has 2.", Refusal([1, 2], [1]), StringComparison.Ordinal);
        Assert.Contains("weights[1] must be in [0, ∞), but is -1.", Refusal([1, 2], [1, -1]), StringComparison.Ordinal);
        Assert.Contains("targets[0] must be in [0, ∞), but is -1.", Refusal([-1, 2], [1, 1]), StringComparison.Ordinal);
        Assert.Equal(Math.Log(2), Best("poisson", [-1, 2], [0, 1])!.Value, 14);
    }

    private static string Refusal(double[] targets, double[] weights) =>
        Assert.Throws<ArgumentException>(() => Best("poisson", targets, weights)).Message;

    private static double? Best(string name, double[] targets, double[]? weights = null) =>
        LossCatalogue.Create<ISampleLoss>(name).BestConstant(targets, weights);

    /// <summary>Targets with ties and a long tail, a tenth of them at the lower end where that may be, and some of no weight.</summary>
    private static (double[] Targets, double[] Weights) Draw(Domain domain, ulong seed)
    {
        RandomStream random = new(seed);
        double[] targets = new double[Samples], weights = new double[Samples];
        for (int i = 0; i < Samples; i++)
        {
            double u = random.NextDouble();
            double skewed = domain == Domain.Unit ? u * u : -Math.Log(1 - u) * (1 + u);
            targets[i] = i % 10 == 9 && domain.Contains(domain.Low) ? domain.Low : i % 8 == 7 ? targets[i - 1] : skewed;
            weights[i] = i % 9 == 4 ? 0 : 0.2 + random.NextDouble();
        }

        return (targets, weights);
    }

    private static double Raw(Link link, double value) => link switch
    {
        Link.Log => Math.Log(value),
        Link.Logit => Math.Log(value) - Math.Log(1 - value),
        _ => value,
    };

    /// <summary>The statistic by its definition, in other words than the library's.</summary>
    private static double Named(LossTraits traits, double[] targets, double[] weights)
    {
        double Mean(Func<double, double> of) => targets.Zip(weights, (t, w) => w * of(t)).Sum() / weights.Sum();
        double level = traits.Functional == Functional.Median ? 0.5 : traits.Level;
        return traits.Functional switch
        {
            Functional.Mean => Mean(t => t),
            Functional.GeometricMean => Math.Exp(Mean(Math.Log)),
            Functional.Expectile => Root(e => Mean(t => (t < e ? 1 - level : level) * (t - e))),
            _ => targets.Where(q => Mean(t => t <= q ? 1 : 0) >= level).Min(),
        };
    }

    /// <summary>Where a falling function is 0.</summary>
    private static double Root(Func<double, double> falling)
    {
        (double low, double high) = (-100, 100);
        for (int step = 0; step < 100; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = falling(middle) > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Risk(ISampleLoss loss, double constant, double[] targets, double[] weights)
    {
        double[] predictions = new double[targets.Length];
        Array.Fill(predictions, constant);
        return loss.Evaluate(new LossBatch<double> { Predictions = predictions, Targets = targets, Weights = weights }).Mean;
    }

    private static double Risk(string name, double[] scores, int[] targets, double[] weights)
    {
        double[] all = [.. targets.SelectMany(_ => scores)];
        if (LossCatalogue.Create(name) is IClassLoss loss)
        {
            return loss.Evaluate(
                new ClassBatch<double> { Scores = all, Classes = Classes, Targets = targets, Weights = weights }).Mean;
        }

        IArrayLoss graph = LossCatalogue.Create<IArrayLoss>(name);
        return graph.Evaluate(new LossInputs<double>
        {
            ["score"] = new(new Shape(targets.Length, Classes), all),
            ["target"] = new(new Shape(targets.Length), targets.Select(t => (double)t).ToArray()),
            Weights = weights,
        }).Mean;
    }
}
