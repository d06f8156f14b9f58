namespace Lossary.Losses.Tests;

public sealed class OneVersusAllLossTests() : DistributionLaws<OneVersusAllLoss>(default)
{
    /// <summary>Scores of both signs.</summary>
    protected override IReadOnlyList<double> Axis { get; } =
        [.. Enumerable.Range(-100, 201).Select(i => (0.2 * i) + 0.0137)];

    protected override double Published(double logProbability, double share) =>
        Math.Log(1 + Math.Exp(logProbability)) - (share * logProbability);

    [Fact]
    public void Rows_may_bear_several_labels()
    {
        double[] scores = [0.3, -1.2, 2], labels = [1, 0, 1], gradient = new double[3], expected = new double[3];
        Totals totals = Subject.Evaluate(new ClassBatch<double>
        {
            Scores = scores,
            Classes = 3,
            Shares = labels,
            Gradient = gradient,
            Reduction = Reduction.Sum,
        });
        Assert.Equal(default(BinaryCrossEntropyLoss).Sum(scores, labels, expected), totals.Sum, 1e-15);
        ClassOutcome.Close(expected, gradient, 1e-14, 0);
    }
}
