namespace Lossary.Losses.Tests;

/// <content>NaN, infinity, numbers near the ends of the format, and what is refused.</content>
public abstract partial class ClassLaws<TLoss>
{
    private static readonly double[] Far = [0, 1e-30, -1e-30, 1, -1, 20, -20, 88, -88, 710, -710, 1e10, -1e15];

    [Fact]
    public void Finite_scores_give_finite_losses_and_gradients()
    {
        foreach (int target in new[] { 0, 1, 2 })
        {
            ClassTrial trial = Extremes(target, [.. Far, 1e30, -1e30]);
            ClassResult exact = trial.Run(Subject), narrow = trial.Run<TLoss, float>(Subject);
            Assert.All(exact.Values, value => Assert.True(double.IsFinite(value), $"a loss is {value}"));
            Assert.All(exact.Gradient, g => Assert.True(double.IsFinite(g), $"a gradient is {g}"));
            for (int row = 0; row < trial.Rows; row++)
            {
                Assert.False(double.IsNaN(narrow.Values[row]), "a float loss is NaN");
                Assert.True(double.IsFinite(narrow.Values[row]) || exact.Values[row] > 1e37, $"a float loss is {narrow.Values[row]}");
            }

            Assert.All(narrow.Gradient, g => Assert.False(double.IsNaN(g), "a float gradient is NaN"));
        }
    }

    [Fact]
    public void Float_is_near_double()
    {
        foreach (ClassTrial trial in Kinds())
        {
            ClassTrial rounded = trial with
            {
                Scores = [.. trial.Scores.Select(z => (double)(float)z)],
                Shares = [.. trial.Shares.Select(z => (double)(float)z)],
                ClassWeights = [.. trial.ClassWeights.Select(z => (double)(float)z)],
                Weights = [.. trial.Weights.Select(z => (double)(float)z)],
            };
            ClassResult exact = rounded.Run(Subject), narrow = rounded.Run<TLoss, float>(Subject);
            Agree(exact.Values, narrow.Values, 1e-5, 1e-6);
            Agree(exact.Gradient, narrow.Gradient, 1e-5, 1e-6);
        }
    }

    [Fact]
    public void NaN_or_infinity_in_a_row_that_counts_never_looks_like_a_number()
    {
        foreach (int classes in new[] { 3, 16, 40 })
        {
            foreach (double wrong in new[] { double.NaN, double.PositiveInfinity })
            {
                if (double.IsInfinity(wrong) && !IsShiftInvariant)
                {
                    continue;
                }

                for (int at = 0; at < classes; at += classes / 3)
                {
                    ClassTrial trial = ClassTrial.Draw(2, classes, seed: 3);
                    trial.Scores[at] = wrong;
                    trial.Targets[0] = double.IsNaN(wrong) ? at : (at + 1) % classes;
                    ClassResult result = trial.Run(Subject);
                    Assert.False(double.IsFinite(result.Values[0]), $"a loss is {result.Values[0]:R}");
                    Assert.True(double.IsFinite(result.Values[1]));
                    Assert.False(double.IsFinite(result.Totals.Sum));
                }
            }
        }
    }

    [Fact]
    public void Target_out_of_range_is_refused_by_index_class_and_number_of_classes()
    {
        foreach (int wrong in new[] { -1, 4, int.MaxValue, int.MinValue })
        {
            ClassTrial trial = ClassTrial.Draw(6, 4, seed: 4);
            trial.Targets[5] = wrong;
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => trial.Totals(Subject));
            Assert.Equal("targets", refusal.ParamName);
            Assert.Contains($"targets[5] is {wrong}", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("4 classes", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Wrong_shapes_and_negative_weights_are_refused_by_name()
    {
        ClassTrial trial = ClassTrial.Draw(6, 4, seed: 5);
        (string Name, ClassTrial Wrong)[] all =
        [
            ("scores", trial with { Scores = trial.Scores[1..] }),
            ("scores", trial with { Classes = 0 }),
            ("targets", trial with { Targets = trial.Targets[1..] }),
            ("targets", trial with { Targets = [] }),
            ("classWeights", trial with { ClassWeights = [1, 1, 1, 1, 1] }),
            ("classWeights", trial with { ClassWeights = [1, 1, -1, 1] }),
            ("classWeights", trial with { ClassWeights = [1, 1, double.NaN, 1] }),
            ("weights", trial with { Weights = [1, 1, 1, 1, 1] }),
            ("weights", trial with { Weights = [1, 1, 1, 1, 1, -0.5] }),
            ("mask", trial with { Mask = [true] }),
            ("shares", trial with { Shares = trial.Scores }),
        ];
        foreach ((string name, ClassTrial wrong) in all)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => wrong.Totals(Subject));
            Assert.Equal(name, refusal.ParamName);
        }

        Assert.Throws<ArgumentException>(() => Subject.Mean(trial.Scores, 4, trial.Targets, new double[3]));
    }

    /// <summary>Every combination of three extreme scores.</summary>
    private static ClassTrial Extremes(int target, double[] far)
    {
        double[][] rows = [.. from a in far from b in far from c in far select new[] { a, b, c }];
        return new()
        {
            Scores = [.. rows.SelectMany(row => row)],
            Classes = 3,
            Targets = [.. rows.Select(_ => target)],
            Reduction = Reduction.Sum,
        };
    }
}
