using System.Numerics;

namespace Lossary.Losses.Tests;

/// <content>The second derivatives by each score.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Fact]
    public void Curvature_is_the_slope_of_the_gradient()
    {
        Assert.Equal(SecondOrder.Exact, Traits.SecondOrder);
        foreach (ClassTrial trial in Kinds().Where(t => t.Classes <= 17))
        {
            double[] curvature = Curvature<double>(trial);
            double size = curvature.Concat(trial.Run(Subject).Gradient).Max(Math.Abs) + 1e-3;
            for (int i = 0; i < curvature.Length; i++)
            {
                double bend = Bend(trial, i, 1e-3), finer = Bend(trial, i, 1e-5);
                double off = Math.Min(Math.Abs(curvature[i] - bend), Math.Abs(curvature[i] - finer));
                Assert.True(
                    !IsSmoothAt(trial, i / trial.Classes) || off <= 1e-7 * size,
                    $"{trial.Classes} classes, element {i}: curvature {curvature[i]:R}, differences {bend:R}");
            }
        }
    }

    [Fact]
    public void Curvature_in_float_agrees_with_that_in_double()
    {
        foreach (ClassTrial trial in Kinds())
        {
            double[] narrow = [.. trial.Scores.Select(z => (double)(float)z)];
            double[] expected = Curvature<double>(trial with { Scores = narrow }), found = Curvature<float>(trial);
            double size = expected.Max(Math.Abs) + 1e-3;
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], found[i], 2e-5 * size);
            }
        }
    }

    [Fact]
    public void Curvature_leaves_value_and_gradient_as_they_are_and_allocates_nothing()
    {
        ClassTrial trial = ClassTrial.Draw(40, 21, seed: 12);
        double[] expected = trial.Run(Subject).Gradient, gradient = [.. trial.Scores], curvature = new double[gradient.Length];
        ClassBatch<double> Batch() => new()
        {
            Scores = gradient,
            Classes = 21,
            Targets = trial.Targets,
            Gradient = gradient,
            Curvature = curvature,
        };
        Assert.Equal(trial.Totals(Subject), Subject.Evaluate(Batch()));
        Assert.Equal(expected, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Subject.Evaluate(Batch());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private double[] Curvature<T>(ClassTrial trial)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] curvature = new T[trial.Scores.Length];
        Subject.Evaluate(new ClassBatch<T>
        {
            Scores = Narrowed<T>(trial.Scores),
            Classes = trial.Classes,
            Targets = trial.Targets,
            Shares = Narrowed<T>(trial.Shares),
            ClassWeights = Narrowed<T>(trial.ClassWeights),
            Weights = Narrowed<T>(trial.Weights),
            Mask = trial.Mask,
            IgnoredClass = trial.IgnoredClass,
            Reduction = trial.Reduction,
            Curvature = curvature,
        });
        return [.. curvature.Select(double.CreateTruncating)];
    }

    private static T[] Narrowed<T>(double[] numbers)
        where T : INumber<T> => [.. numbers.Select(T.CreateTruncating)];

    /// <summary>The difference quotient of fourth order of one part of the gradient.</summary>
    private double Bend(ClassTrial trial, int i, double step)
    {
        double Slope(int steps)
        {
            double[] scores = [.. trial.Scores];
            scores[i] += steps * step;
            return (trial with { Scores = scores }).Run(Subject).Gradient[i];
        }

        return (Slope(-2) - (8 * Slope(-1)) + (8 * Slope(1)) - Slope(2)) / (12 * step);
    }
}
