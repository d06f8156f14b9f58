namespace Lossary.Losses.Tests;

/// <content>The same question asked in another way has the same answer.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Fact]
    public void Number_added_to_a_row_changes_nothing()
    {
        if (!IsShiftInvariant)
        {
            return;
        }

        foreach (ClassTrial trial in Kinds())
        {
            ClassResult here = trial.Run(Subject);
            ClassResult there = (trial with { Scores = [.. trial.Scores.Select(z => z + 3.25)] }).Run(Subject);
            Agree(here.Values, there.Values, 1e-12, 1e-13);
            Agree(here.Gradient, there.Gradient, 1e-12, 1e-13);
        }
    }

    [Fact]
    public void Order_of_the_classes_does_not_matter()
    {
        foreach (ClassTrial trial in Kinds())
        {
            int classes = trial.Classes;
            int[] order = [.. Enumerable.Range(0, classes)];
            Reorder(order);
            double[] Move(double[] numbers) =>
                [.. Enumerable.Range(0, numbers.Length).Select(i => numbers[(i / classes * classes) + order[i % classes]])];
            ClassTrial moved = trial with
            {
                Scores = Move(trial.Scores),
                Shares = Move(trial.Shares),
                ClassWeights = Move(trial.ClassWeights),
                Targets = [.. trial.Targets.Select(t => Array.IndexOf(order, t))],
                IgnoredClass = Array.IndexOf(order, trial.IgnoredClass) is var k and >= 0 ? k : trial.IgnoredClass,
            };
            ClassResult here = trial.Run(Subject), there = moved.Run(Subject);
            Agree(here.Values, there.Values, 1e-12, 1e-14);
            Agree(Move(here.Gradient), there.Gradient, 1e-12, 1e-14);
        }
    }

    [Fact]
    public void Weight_2_is_a_row_twice()
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.Weights.Length == 0))
        {
            Totals weighted = (trial with { Weights = [1, 2, 1, 0, 1] }).Totals(Subject);
            Totals repeated = trial.Take(0, 1, 1, 2, 4).Totals(Subject);
            Assert.Equal(repeated.Sum, weighted.Sum, 1e-12 * (1 + Math.Abs(repeated.Sum)));
            Assert.Equal(repeated.Denominator, weighted.Denominator, 1e-12);
        }
    }

    [Fact]
    public void Masked_or_ignored_or_weightless_row_is_a_row_deleted_even_if_NaN_stands_in_it()
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.Mask.Length == 0 && t.IgnoredClass == -100))
        {
            int k = trial.Classes;
            ClassResult kept = trial.Take(0, 1, 3, 4).Run(Subject);
            double[] scores = [.. trial.Scores];
            Array.Fill(scores, double.NaN, 2 * k, k);
            ClassTrial spoilt = trial with { Scores = scores };
            double[] weights = trial.Weights.Length == 0 ? [1, 1, 1, 1, 1] : [.. trial.Weights];
            weights[2] = 0;
            List<ClassTrial> all =
            [
                spoilt with { Mask = [true, true, false, true, true] },
                spoilt with { Weights = weights },
            ];
            if (trial.Targets.Length > 0)
            {
                int[] targets = [.. trial.Targets];
                targets[2] = -100;
                all.Add(spoilt with { Targets = targets });
                targets = [.. targets];
                targets[2] = int.MaxValue;
                all.Add(spoilt with { Targets = targets, Mask = [true, true, false, true, true] });
            }

            foreach (ClassTrial without in all)
            {
                ClassResult found = without.Run(Subject);
                Assert.Equal(kept.Totals.Sum, found.Totals.Sum, 1e-12 * (1 + Math.Abs(kept.Totals.Sum)));
                Assert.Equal(kept.Totals.Denominator, found.Totals.Denominator, 1e-12);
                Agree([.. kept.Gradient[..(2 * k)], .. new double[k], .. kept.Gradient[(2 * k)..]], found.Gradient, 1e-13, 0);
                Assert.Equal(0, found.Values[2]);
            }
        }
    }

    [Fact]
    public void Totals_of_micro_batches_add_up()
    {
        foreach (ClassTrial trial in Kinds().Select(t => t with { Reduction = Reduction.Mean }))
        {
            Totals whole = trial.Totals(Subject);
            Totals parts = trial.Take(0, 1).Totals(Subject) + trial.Take(2).Totals(Subject) + trial.Take(3, 4).Totals(Subject);
            Assert.Equal(whole.Sum, parts.Sum, 1e-12 * (1 + Math.Abs(whole.Sum)));
            Assert.Equal(whole.Denominator, parts.Denominator, 1e-12);
            Assert.Equal(whole.Mean, parts.Mean, 1e-12 * (1 + Math.Abs(whole.Mean)));
        }
    }

    [Fact]
    public void One_hot_shares_are_the_class_number()
    {
        if (!TLoss.TakesShares)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(
                () => ClassTrial.Draw(2, 3, 1).OneHot().Totals(Subject));
            Assert.Contains("class numbers", refusal.Message, StringComparison.Ordinal);
            return;
        }

        foreach (ClassTrial trial in Kinds().Where(t => t.Targets.Length > 0 && t.IgnoredClass == -100))
        {
            ClassTrial summed = trial with { Reduction = Reduction.Sum };
            ClassResult number = summed.Run(Subject), shares = summed.OneHot().Run(Subject);
            Agree(number.Values, shares.Values, 1e-13, 1e-300);
            Agree(number.Gradient, shares.Gradient, 1e-13, 1e-300);
        }
    }

    [Fact]
    public void Nothing_that_counts_is_a_loss_of_0_with_gradient_0()
    {
        ClassTrial trial = ClassTrial.Draw(3, 4, seed: 1);
        ClassTrial[] empty =
        [
            new() { Scores = [], Classes = 4 },
            trial with { Mask = new bool[3] },
            trial with { Weights = new double[3] },
            trial with { Targets = [7, 7, 7], IgnoredClass = 7 },
            trial with { ClassWeights = new double[4] },
        ];
        foreach (ClassTrial nothing in empty.SelectMany(t => Enum.GetValues<Reduction>().Select(r => t with { Reduction = r })))
        {
            ClassResult result = nothing.Run(Subject);
            Assert.Equal(0, result.Totals.Mean);
            Assert.All(result.Gradient, g => Assert.Equal(0, g));
            Assert.All(result.Values, v => Assert.Equal(0, v));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        ClassTrial trial = ClassTrial.Draw(40, 21, seed: 2);
        float[] scores = [.. trial.Scores.Select(z => (float)z)];
        float[] gradient = new float[scores.Length], values = new float[40];
        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            double sum = Subject.Mean(scores, 21, trial.Targets, gradient);
            sum += Subject.Sum(scores, 21, trial.Targets);
            sum += Subject.Evaluate(
                new ClassBatch<float> { Scores = scores, Classes = 21, Targets = trial.Targets, Values = values }).Sum;
            Assert.False(double.IsNaN(sum));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated();
        Assert.Equal(0, Allocated());
    }
}
