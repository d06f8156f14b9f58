namespace Lossary.Losses.Tests;

/// <content>The gradient is the gradient of the value.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Fact]
    public void Gradient_is_the_slope_of_the_value()
    {
        foreach (ClassTrial trial in Kinds().Where(t => t.Classes <= 40))
        {
            double[] gradient = trial.Run(Subject).Gradient;
            double[] differences = Differences(trial);
            double size = gradient.Max(Math.Abs) + 1e-3;
            for (int i = 0; i < gradient.Length; i++)
            {
                Assert.True(
                    !IsSmoothAt(trial, i / trial.Classes) || Math.Abs(gradient[i] - differences[i]) <= 1e-7 * size,
                    $"{trial.Classes} classes, element {i}: gradient {gradient[i]:R}, differences {differences[i]:R}");
            }
        }
    }

    [Fact]
    public void Gradient_of_a_reduction_is_that_of_the_sum_over_what_it_divides_by()
    {
        foreach (ClassTrial trial in Kinds())
        {
            double[] sum = (trial with { Reduction = Reduction.Sum }).Run(Subject).Gradient;
            foreach (Reduction reduction in Enum.GetValues<Reduction>())
            {
                ClassResult result = (trial with { Reduction = reduction }).Run(Subject);
                double by = result.Totals.Denominator;
                Agree([.. sum.Select(g => by == 0 ? 0 : g / by)], result.Gradient, 1e-14, 1e-300);
            }
        }
    }

    [Fact]
    public void Gradient_may_be_written_over_the_scores()
    {
        foreach (ClassTrial trial in Kinds())
        {
            ClassResult apart = trial.Run(Subject), inPlace = trial.Run<TLoss, double>(Subject, inPlace: true);
            Assert.Equal(apart.Totals, inPlace.Totals);
            Assert.Equal(apart.Values, inPlace.Values);
            Assert.Equal(apart.Gradient, inPlace.Gradient);
        }
    }

    [Fact]
    public void Value_alone_is_the_value_beside_a_gradient()
    {
        foreach (ClassTrial trial in Kinds())
        {
            ClassResult full = trial.Run(Subject);
            Assert.Equal(full.Totals, trial.Totals(Subject));
            Assert.Equal(full.Totals.Sum, full.Values.Sum(), 1e-12 * (1 + Math.Abs(full.Totals.Sum)));
        }
    }

    [Fact]
    public void Slope_is_the_derivative_of_the_formula()
    {
        foreach (double x in Axis.Where(x => Traits.Kinks.All(kink => Math.Abs(kink - x) > 0.05)))
        {
            LossPoint at = TLoss.At(Subject, x);
            double step = 1e-3 * Math.Min(1, Math.Abs(x));
            double Value(int k) => TLoss.At(Subject, x + (k * step)).Value;
            double slope = (Value(-2) - (8 * Value(-1)) + (8 * Value(1)) - Value(2)) / (12 * step);
            Assert.Equal(slope, at.Slope, 1e-8 * (1 + Math.Abs(slope)));
        }
    }

    /// <summary>The gradient of the reduced loss by fourth-order differences.</summary>
    private double[] Differences(ClassTrial trial)
    {
        const double Step = 1e-3;
        double[] gradient = new double[trial.Scores.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            double Mean(int k)
            {
                double[] scores = [.. trial.Scores];
                scores[i] += k * Step;
                return (trial with { Scores = scores }).Totals(Subject).Mean;
            }

            gradient[i] = (Mean(-2) - (8 * Mean(-1)) + (8 * Mean(1)) - Mean(2)) / (12 * Step);
        }

        return gradient;
    }

    private static void Agree(double[] want, double[] got, double relative, double absolute) =>
        ClassOutcome.Close(want, got, relative, absolute);
}
