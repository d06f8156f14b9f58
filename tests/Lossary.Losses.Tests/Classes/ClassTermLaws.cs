namespace Lossary.Losses.Tests;

/// <summary>What every loss of log-probabilities owes beside <see cref="ClassLaws{TLoss}"/>.</summary>
public abstract class ClassTermLaws<TLoss>(TLoss subject, params double[] parameters) : ClassLaws<TLoss>(subject, parameters)
    where TLoss : struct, IClassTermLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override bool IsShiftInvariant => !TLoss.TakesLogProbabilities;

    /// <inheritdoc/>
    protected override IReadOnlyList<double> Axis { get; } =
        [.. Enumerable.Range(0, 400).Select(i => -20 * Math.Pow((400 - i) / 400.0, 3)), -1e-12];

    [Fact]
    public void Class_of_probability_0_and_share_0_has_loss_0_and_gradient_0()
    {
        // Smoothing gives every class a share.
        foreach (int classes in TLoss.SmoothingOf(Subject) > 0 ? Array.Empty<int>() : [3, 16, 40])
        {
            ClassTrial trial = ClassTrial.Draw(3, classes, seed: 12);
            int gone = (trial.Targets[1] + 1) % classes;
            double[] without = [.. trial.Scores];
            without[classes + gone] = -1e5;
            trial.Scores[classes + gone] = double.NegativeInfinity;
            foreach (bool isOneHot in new[] { false, true })
            {
                ClassTrial here = isOneHot ? trial.OneHot() : trial;
                ClassResult result = here.Run(Subject), expected = (here with { Scores = without }).Run(Subject);
                ClassOutcome.Close(expected.Values, result.Values, 1e-14, 0);
                ClassOutcome.Close(expected.Gradient, result.Gradient, 1e-14, 0);
                Assert.Equal(0, result.Gradient[classes + gone]);
            }
        }
    }

    [Fact]
    public void Class_of_weight_0_is_out_of_a_distribution()
    {
        ClassTrial trial = ClassTrial.Draw(4, 5, seed: 13).WithShares(14);
        double[] shares = [.. trial.Shares];
        for (int row = 0; row < 4; row++)
        {
            shares[(row * 5) + 1] *= 7;
        }

        double[] weights = [1, 0, 2, 1, 3];
        ClassResult first = (trial with { ClassWeights = weights }).Run(Subject);
        ClassResult second = (trial with { ClassWeights = weights, Shares = shares }).Run(Subject);
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Gradient, second.Gradient);
    }

    [Fact]
    public void Negative_shares_and_NaN_are_refused_by_index_but_not_where_masked()
    {
        foreach (double wrong in new[] { -0.25, double.NaN })
        {
            ClassTrial trial = ClassTrial.Draw(4, 5, seed: 15).WithShares(16);
            trial.Shares[13] = wrong;
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => trial.Totals(Subject));
            Assert.Equal("shares", refusal.ParamName);
            Assert.Contains("shares[13]", refusal.Message, StringComparison.Ordinal);
            Assert.True(double.IsFinite((trial with { Mask = [true, true, false, true] }).Totals(Subject).Sum));
        }
    }
}
