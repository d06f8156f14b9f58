namespace Lossary.Losses.Tests;

/// <summary>Losses that are one another at certain parameters.</summary>
public sealed class IdentityTests
{
    private static readonly ClassTrial Trial = ClassTrial.Draw(9, 6, seed: 21).WithClassWeights(22).WithWeights(23);
    private static readonly ClassResult Plain = Trial.Run(new CrossEntropyLoss());

    [Fact]
    public void Focal_of_gamma_0_is_cross_entropy() => Same(Plain, Trial.Run(new FocalCrossEntropyLoss(0)), 1e-14);

    [Fact]
    public void Poly_1_of_epsilon_0_is_cross_entropy() => Same(Plain, Trial.Run(new PolyOneLoss(0)), 1e-14);

    [Fact]
    public void Smoothing_of_almost_0_is_almost_cross_entropy() => Same(Plain, Trial.Run(new CrossEntropyLoss(1e-12)), 1e-10);

    [Fact]
    public void Generalised_cross_entropy_tends_to_cross_entropy() =>
        Same(Plain, Trial.Run(new GeneralisedCrossEntropyLoss(1e-9)), 1e-7);

    [Fact]
    public void Symmetric_cross_entropy_without_its_reverse_is_alpha_times_cross_entropy()
    {
        ClassResult scaled = Trial.Run(new SymmetricCrossEntropyLoss(0.25, 0));
        Same(Plain, new(scaled.Totals, [.. scaled.Values.Select(v => 4 * v)], [.. scaled.Gradient.Select(g => 4 * g)]), 1e-14);
    }

    [Fact]
    public void Generalised_cross_entropy_of_q_1_is_half_the_absolute_error_of_the_probabilities()
    {
        ClassTrial trial = ClassTrial.Draw(5, 4, seed: 24);
        double[] values = trial.Run(new GeneralisedCrossEntropyLoss(1)).Values;
        for (int row = 0; row < 5; row++)
        {
            double[] p = Softmax(trial.Scores[(4 * row)..(4 * (row + 1))]);
            double absolute = p.Select((x, k) => Math.Abs(x - (k == trial.Targets[row] ? 1 : 0))).Sum();
            Assert.Equal(absolute / 2, values[row], 1e-14);
        }
    }

    [Fact]
    public void Cross_entropy_of_two_classes_is_binary_cross_entropy_of_the_difference()
    {
        ClassTrial trial = ClassTrial.Draw(40, 2, seed: 25, spread: 30);
        ClassResult result = trial.Run(new CrossEntropyLoss());
        double[] logits = [.. Enumerable.Range(0, 40).Select(i => trial.Scores[(2 * i) + 1] - trial.Scores[2 * i])];
        double[] gradient = new double[40];
        double mean = new BinaryCrossEntropyLoss().Mean(logits, trial.Targets.Select(t => (double)t).ToArray(), gradient);
        Assert.Equal(mean, result.Totals.Mean, 1e-14 * (1 + mean));
        ClassOutcome.Close(gradient, [.. Enumerable.Range(0, 40).Select(i => result.Gradient[(2 * i) + 1])], 1e-13, 1e-300);
    }

    [Fact]
    public void Negative_log_likelihood_of_the_log_softmax_is_cross_entropy()
    {
        double[] logarithms = [.. Enumerable.Range(0, 9).SelectMany(
            row => Softmax(Trial.Scores[(6 * row)..(6 * (row + 1))]).Select(p => Math.Log(p)))];
        ClassResult found = (Trial with { Scores = logarithms }).Run(default(NegativeLogLikelihoodLoss));
        ClassOutcome.Close(Plain.Values, found.Values, 1e-13, 1e-14);
    }

    [Fact]
    public void Kullback_Leibler_is_cross_entropy_less_the_entropy_of_the_target()
    {
        ClassTrial trial = ClassTrial.Draw(7, 5, seed: 26).WithShares(27);
        double[] logarithms = [.. Enumerable.Range(0, 7).SelectMany(
            row => Softmax(trial.Scores[(5 * row)..(5 * (row + 1))]).Select(p => Math.Log(p)))];
        double divergence = default(KullbackLeiblerLoss).Sum(logarithms, trial.Shares);
        double entropy = -trial.Shares.Where(t => t > 0).Sum(t => t * Math.Log(t));
        Assert.Equal(trial.Run(new CrossEntropyLoss()).Totals.Sum - entropy, divergence, 1e-12);
    }

    [Fact]
    public void Label_smoothing_with_class_weights_and_ignored_rows_is_the_smoothed_target_of_the_rows_that_count()
    {
        // PyTorch issues 73205 and 104776: the uniform part must follow the same weights, and ignored rows have none.
        ClassTrial trial = ClassTrial.Draw(6, 4, seed: 28).WithClassWeights(29) with { IgnoredClass = 2 };
        ClassTrial shares = trial.OneHot() with { Mask = [.. trial.Targets.Select(t => t != 2)] };
        double[] smoothed = [.. shares.Shares.Select(t => (0.9 * t) + 0.025)];
        ClassResult got = trial.Run(new CrossEntropyLoss(0.1)), want = (shares with { Shares = smoothed }).Run(new CrossEntropyLoss());
        ClassOutcome.Close(want.Values, got.Values, 1e-14, 1e-15);
        double byTargets = trial.Targets.Where(t => t != 2).Sum(t => trial.ClassWeights[t]);
        Assert.Equal(byTargets, got.Totals.Denominator, 1e-14);
    }

    private static double[] Softmax(double[] scores)
    {
        double sum = scores.Sum(z => Math.Exp(z));
        return [.. scores.Select(z => Math.Exp(z) / sum)];
    }

    private static void Same(ClassResult want, ClassResult got, double tolerance)
    {
        ClassOutcome.Close(want.Values, got.Values, tolerance, tolerance);
        ClassOutcome.Close(want.Gradient, got.Gradient, tolerance, tolerance);
    }
}
