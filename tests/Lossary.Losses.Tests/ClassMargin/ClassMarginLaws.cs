namespace Lossary.Losses.Tests;

/// <summary>What every loss of differences between scores owes.</summary>
public abstract class ClassMarginLaws<TLoss>(TLoss subject, params double[] parameters) : ClassLaws<TLoss>(subject, parameters)
    where TLoss : struct, IClassMarginLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override IReadOnlyList<double> Axis { get; } =
        [.. Enumerable.Range(-40, 81).Select(i => (0.25 * i) + 0.0137), 1e3];

    [Fact]
    public void Card_is_that_of_a_class_margin_loss() =>
        Assert.Equal(LossFamily.ClassMargin, LossCatalogue.Find(Card.Key).Family);

    [Fact]
    public void Row_is_the_formula_over_the_other_classes()
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.Mask.Length + t.Weights.Length + t.ClassWeights.Length == 0))
        {
            double[] values = trial.Run(Subject).Values;
            for (int row = 0; row < trial.Rows; row++)
            {
                int target = trial.Targets[row], first = row * trial.Classes;
                double[] rivals = [.. Enumerable.Range(0, trial.Classes).Where(k => k != target)
                    .Select(k => Published(trial.Scores[first + k] - trial.Scores[first + target]))];
                double expected = rivals.Length == 0 ? 0
                    : TLoss.Combination == ClassCombination.Worst ? rivals.Max() : rivals.Sum() / trial.Classes;
                Assert.Equal(expected, values[row], 1e-12);
            }
        }
    }

    /// <summary>f(d) in plain C#, as it is published.</summary>
    protected abstract double Published(double difference);

    /// <inheritdoc/>
    private protected override bool IsSmoothAt(ClassTrial trial, int row)
    {
        double[] scores = trial.Scores[(row * trial.Classes)..((row + 1) * trial.Classes)];
        int target = trial.Targets[row];
        double[] rivals = [.. scores.Where((_, k) => k != target).Order()];
        bool isTied = TLoss.Combination == ClassCombination.Worst && rivals.Length > 1 && rivals[^1] - rivals[^2] < 0.01;
        return !isTied && rivals.All(z => Traits.Kinks.All(kink => Math.Abs(z - scores[target] - kink) > 0.01));
    }

    /// <inheritdoc/>
    internal override double SweepIn<TLane, T>(in ClassRows<T> rows) => ClassMarginKernel.Sweep<TLoss, TLane, T>(Subject, rows);
}
