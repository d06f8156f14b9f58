using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class AdaptiveSoftmaxLossTests() : ArrayLaws<AdaptiveSoftmaxLoss>(2)
{
    private static readonly double[] s_cutoffs = [1, 3];

    /// <summary>One frequent class and a cluster of two that reads one of two numbers.</summary>
    private static LossInputs<double> OneCluster(double target) => new()
    {
        ["hidden"] = Tensor<double>.Variable(new Shape(1, 2), [2.0, -1]),
        ["head"] = Tensor<double>.Variable(new Shape(2, 2), [1.0, 0, 0, 1]),
        ["projections"] = Tensor<double>.Variable(new Shape(2), [0.5, 1]),
        ["tails"] = Tensor<double>.Variable(new Shape(2), [1.0, 3]),
        ["cutoffs"] = new(new Shape(2), s_cutoffs),
        ["target"] = new(new Shape(1), new double[] { target }),
    };

    [Fact]
    public void A_frequent_class_costs_the_head_alone() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-3)), new AdaptiveSoftmaxLoss(2).Evaluate(OneCluster(0)).Mean, 14);

    [Fact]
    public void A_rare_class_costs_its_cluster_and_its_place_in_it()
    {
        // The projection of (2, −1) on (½, 1) is 0: both classes of the cluster are as likely.
        double expected = Math.Log(1 + Math.Exp(3)) + Math.Log(2);
        Assert.Equal(expected, new AdaptiveSoftmaxLoss(2).Evaluate(OneCluster(2)).Mean, 13);
    }

    [Fact]
    public void Probabilities_of_all_classes_add_up_to_1()
    {
        double total = 0;
        for (int target = 0; target < 3; target++)
        {
            total += Math.Exp(-new AdaptiveSoftmaxLoss(2).Evaluate(OneCluster(target)).Mean);
        }

        Assert.Equal(1, total, 14);
    }

    [Fact]
    public void A_class_beyond_the_last_cutoff_and_weights_that_do_not_fit_are_refused()
    {
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => new AdaptiveSoftmaxLoss(2).Evaluate(OneCluster(3))).ParamName);
        LossInputs<double> withoutCutoffs = OneCluster(0);
        withoutCutoffs["cutoffs"] = new(new Shape(0), Array.Empty<double>());
        Assert.Equal("cutoffs", Assert.Throws<ArgumentException>(() => new AdaptiveSoftmaxLoss(2).Evaluate(withoutCutoffs)).ParamName);
        Assert.Equal("projections", Assert.Throws<ArgumentException>(() => new AdaptiveSoftmaxLoss(1).Evaluate(OneCluster(0))).ParamName);
    }
}
