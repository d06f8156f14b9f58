namespace Lossary.Losses.Tests;

/// <summary>What every loss of ordered classes owes beside <see cref="ClassLaws{TLoss}"/>.</summary>
public abstract class OrdinalLaws<TLoss>(TLoss subject, params double[] parameters) : ClassLaws<TLoss>(subject, parameters)
    where TLoss : struct, IOrdinalLoss<TLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    protected override IReadOnlyList<double> Axis { get; } =
        [-1, .. Enumerable.Range(-39, 79).Select(i => (0.025 * i) + 0.00137), 1];

    /// <summary>f(d) in plain C#, as it is published.</summary>
    protected abstract double Published(double difference);

    [Fact]
    public void Card_is_that_of_an_ordinal_loss() =>
        Assert.Equal(LossFamily.Ordinal, LossCatalogue.Find(Card.Key).Family);

    [Fact]
    public void Symmetry_is_as_claimed() =>
        Assert.Equal(Traits.IsSymmetric, Axis.All(d => Math.Abs(Published(d) - Published(-d)) < 1e-14));

    [Fact]
    public void Row_is_the_formula_over_the_boundaries()
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.Mask.Length + t.Weights.Length + t.ClassWeights.Length == 0))
        {
            double[] values = trial.Run(Subject).Values;
            double[] shares = trial.Shares.Length > 0 ? trial.Shares : trial.OneHot().Shares;
            for (int row = 0; row < trial.Rows; row++)
            {
                double[] scores = trial.Scores[(row * trial.Classes)..((row + 1) * trial.Classes)];
                double[] exponentials = [.. scores.Select(Math.Exp)];
                double predicted = 0, actual = 0, expected = 0;
                for (int k = 0; k < trial.Classes - 1; k++)
                {
                    predicted += exponentials[k] / exponentials.Sum();
                    actual += shares[(row * trial.Classes) + k];
                    expected += Published(predicted - actual);
                }

                Assert.Equal(expected, values[row], 1e-12);
            }
        }
    }

    [Fact]
    public void Another_class_costs_more_the_farther_it_is()
    {
        double[] sure = [0, 0, 40, 0, 0];
        double[] costs = [.. Enumerable.Range(0, 5).Select(target => Subject.Sum(sure, 5, [target]))];
        Assert.True(costs[2] < costs[1] && costs[1] < costs[0]);
        Assert.True(costs[2] < costs[3] && costs[3] < costs[4]);
    }

    [Fact]
    public void Order_of_the_classes_matters_otherwise()
    {
        double near = Subject.Sum([3.0, 2, 1, 0], 4, [1]);
        Assert.NotEqual(near, Subject.Sum([2.0, 3, 1, 0], 4, [0]), 1e-3);
    }

    [Fact]
    public void Small_losses_and_slopes_keep_their_digits()
    {
        // p of the wrong neighbour is e⁻⁴⁰: 1 − p rounds to 1, but the cost is f of that.
        double[] gradient = new double[2];
        double value = Subject.Sum([40.0, 0], 2, [0], gradient);
        double p = Math.Exp(-40) / (1 + Math.Exp(-40));
        Close.Check(Published(p), value, 1e-9, 0, $"the loss");
        Assert.True(gradient[1] > 0 && gradient[0] == -gradient[1]);
    }

    [Fact]
    public void Class_weights_of_a_distribution_are_their_mean_over_it()
    {
        ClassTrial trial = ClassTrial.Draw(1, 4, seed: 3).WithShares(4) with { Reduction = Reduction.Sum };
        double[] weights = [1, 2, 0.5, 4];
        double mean = weights.Zip(trial.Shares, (w, share) => w * share).Sum();
        double plain = trial.Totals(Subject).Sum;
        Assert.Equal(mean * plain, (trial with { ClassWeights = weights }).Totals(Subject).Sum, 1e-13);
    }

    /// <inheritdoc/>
    /// <remarks>Only the whole order may be turned around.</remarks>
    protected override void Reorder(int[] order) => Array.Reverse(order);

    /// <inheritdoc/>
    internal override double SweepIn<TLane, T>(in ClassRows<T> rows) => OrdinalKernel.Sweep<TLoss, TLane, T>(Subject, rows);
}
