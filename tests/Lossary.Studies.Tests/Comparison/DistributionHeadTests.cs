using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Studies.Tests;

public sealed class DistributionHeadTests
{
    private const int Rows = 4000;

    public static TheoryData<string> Continuous =>
        [.. DistributionHead.All.Where(head => head.Task == TaskKind.Regression).Select(head => head.Key)];

    public static TheoryData<string> Located =>
    [
        .. DistributionHead.All.Where(head => head is { Task: TaskKind.Regression, IsOfAmounts: false })
            .Select(head => head.Key),
    ];

    public static TheoryData<string> OfCounts =>
        [.. DistributionHead.All.Where(head => head.Task == TaskKind.Counts).Select(head => head.Key)];

    public static TheoryData<string> Keys => [.. DistributionHead.All.Select(head => head.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Of_targets_at_its_own_quantiles_the_loss_has_no_slope(string key)
    {
        // Proper scores are least, in the mean over the distribution itself, at its own parameters.
        DistributionHead head = DistributionHead.Find(key)!;
        float[] parameters = [0.7f, -0.4f, 1.8f];
        double[] targets =
        [
            .. Enumerable.Range(0, Rows).Select(i => head.QuantileOf(parameters, (i + 0.5) / Rows)),
        ];
        LossInputs<double> inputs = new() { [head.Roles.Targets[0]] = new Tensor<double>(new Shape(Rows), targets) };
        foreach ((int k, string name) in head.Outputs.Index())
        {
            inputs[name] = Tensor<double>.Variable(
                new Shape(Rows), [.. Enumerable.Repeat((double)parameters[k], Rows)]);
        }

        ((IArrayLoss)LossCatalogue.Create(key)).Evaluate(inputs);
        Assert.All(
            head.Outputs,
            name => Assert.InRange(inputs[name].Gradient.ToArray().Sum(), -0.005, 0.005));
    }

    [Theory]
    [MemberData(nameof(OfCounts))]
    public void The_mean_of_counts_is_that_of_their_quantiles(string key)
    {
        DistributionHead head = DistributionHead.Find(key)!;
        float[] parameters = [-0.3f, 1.1f, -1f];
        double mean = Enumerable.Range(0, Rows).Average(i => head.QuantileOf(parameters, (i + 0.5) / Rows));
        Assert.Equal(mean, head.NumberOf!(parameters), 0.01);
    }

    [Fact]
    public void Zeros_have_a_source_of_their_own()
    {
        // P(0) by hand: ½ + ½ e⁻² = 0.568 with extra zeros, ½ behind a hurdle.
        float[] parameters = [0, (float)Math.Log(2)];
        Assert.Equal(0, DistributionHead.Find("zero-inflated-poisson")!.QuantileOf(parameters, 0.567));
        Assert.Equal(1, DistributionHead.Find("zero-inflated-poisson")!.QuantileOf(parameters, 0.568));
        Assert.Equal(0, DistributionHead.Find("hurdle-poisson")!.QuantileOf(parameters, 0.5));
        Assert.Equal(1, DistributionHead.Find("hurdle-poisson")!.QuantileOf(parameters, 0.501));
    }

    [Fact]
    public void Amounts_are_zero_up_to_their_share_and_log_normal_above()
    {
        // Half are 0; the middle of the others is e, and their mean e^(1 + 0.5²/2).
        DistributionHead head = DistributionHead.Find("zero-inflated-log-normal")!;
        float[] parameters = [0, 1, (float)Math.Log(0.5)];
        Assert.Equal(0, head.QuantileOf(parameters, 0.5));
        Assert.Equal(Math.E, head.QuantileOf(parameters, 0.75), 1e-6);
        Assert.Equal(0.5 * Math.Exp(1.125), head.NumberOf!(parameters), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Located))]
    public void Quantiles_rise_around_the_location(string key)
    {
        DistributionHead head = DistributionHead.Find(key)!;
        float[] parameters = [0.7f, -0.4f, 1.8f];
        double[] quantiles = [.. ((double[])[0.05, 0.3, 0.5, 0.7, 0.95]).Select(level => head.QuantileOf(parameters, level))];
        Assert.Equal(quantiles.Order(), quantiles);
        Assert.Equal(0.7, quantiles[2], 6);
        Assert.Equal(1.4, quantiles[0] + quantiles[4], 5);
    }
}
