using System.Globalization;

namespace Lossary.Losses.Tests;

/// <content>What card and traits claim.</content>
public abstract partial class ClassLaws<TLoss>
{
    [Fact]
    public void Convexity_is_as_claimed()
    {
        bool isConvex = true;
        foreach (double a in Axis)
        {
            foreach (double b in Axis.Where(b => b > a))
            {
                double chord = (TLoss.At(Subject, a).Value + TLoss.At(Subject, b).Value) / 2;
                isConvex &= TLoss.At(Subject, (a + b) / 2).Value <= chord + (1e-13 * (1 + Math.Abs(chord)));
            }
        }

        Assert.Equal(Traits.IsConvex, isConvex);
    }

    [Fact]
    public void Slope_and_curvature_are_bounded_as_claimed()
    {
        double slope = Axis.Max(x => Math.Abs(TLoss.At(Subject, x).Slope));
        double curvature = Axis.Max(x => Math.Abs(TLoss.At(Subject, x).Curvature));
        if (double.IsFinite(Traits.LipschitzConstant))
        {
            Assert.InRange(slope, 0.99 * Traits.LipschitzConstant, Traits.LipschitzConstant * (1 + 1e-9));
        }
        else
        {
            Assert.True(slope > 100, $"|f'| reaches no more than {slope:R}, but no bound is claimed");
        }

        if (double.IsFinite(Traits.SmoothnessConstant))
        {
            Assert.InRange(
                curvature, 0.99 * Traits.SmoothnessConstant, Traits.SmoothnessConstant + (1e-9 * (1 + curvature)));
        }
    }

    [Fact]
    public void Derivatives_jump_only_at_kinks()
    {
        Assert.Equal(Traits.Smoothness == int.MaxValue, Traits.Kinks.Count == 0);
        foreach (double kink in Traits.Kinks)
        {
            double jump = TLoss.At(Subject, kink + 1e-9).Slope - TLoss.At(Subject, kink - 1e-9).Slope;
            Assert.Equal(Traits.Smoothness == 0, Math.Abs(jump) > 1e-3);
        }
    }

    [Fact]
    public void Loss_is_bounded_where_claimed()
    {
        double far = ClassTrial.Draw(200, 3, seed: 7, spread: 2000).Run(Subject).Values.Max();
        Assert.Equal(Traits.IsBounded, far < 100);
    }

    [Fact]
    public void Sum_over_all_labels_is_constant_exactly_where_noise_symmetry_is_claimed()
    {
        ClassTrial trial = ClassTrial.Draw(6, 4, seed: 8);
        double[] sums = [.. Enumerable.Range(0, 6).Select(row => Enumerable.Range(0, 4).Sum(
            k => (trial.Take(row) with { Targets = [k] }).Totals(Subject).Sum))];
        Assert.Equal(Traits.IsNoiseSymmetric, sums.All(s => Math.Abs(s - sums[0]) < 1e-12));
    }

    [Fact]
    public void True_probabilities_have_no_pull_exactly_where_properness_is_claimed()
    {
        double[] probabilities = [0.5, 0.3, 0.15, 0.05];
        double[] scores = [.. probabilities.Select(p => Math.Log(p))];
        double[] pull = Pull(scores, probabilities);
        if (Traits.IsProper)
        {
            Assert.True(pull.Max(Math.Abs) < 1e-13, "the true probabilities are no minimum");
            double least = Risk(scores, probabilities);
            Random random = new(9);
            for (int i = 0; i < 100; i++)
            {
                double[] other = [.. scores.Select(z => z + random.NextDouble() - 0.5)];
                Assert.True(Risk(other, probabilities) > least, "other probabilities cost no more");
            }
        }
        else if (Card.Link == Link.Softmax)
        {
            Assert.True(pull.Max(Math.Abs) > 1e-3, "the true probabilities are a minimum, but no properness is claimed");
        }

        Assert.Equal(Traits.IsProper, Traits.Functional == Functional.Mean);
    }

    [Fact]
    public void Least_risk_puts_the_likeliest_class_first_where_calibration_is_claimed()
    {
        if (!Traits.IsCalibrated)
        {
            return;
        }

        double[] probabilities = [0.36, 0.4, 0.24];
        double[] scores = [0.5, 0, 0.2];
        for (int step = 0; step < 4000; step++)
        {
            double[] pull = Pull(scores, probabilities);
            for (int k = 0; k < scores.Length; k++)
            {
                scores[k] -= 2 * pull[k];
            }
        }

        Assert.Equal(scores.Max(), scores[1]);
    }

    [Fact]
    public void Catalogue_makes_this_loss_from_its_name()
    {
        string arguments = string.Join(',', Card.Parameters.Zip(Parameters)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First.Name}={p.Second:R}")));
        ClassTrial trial = ClassTrial.Draw(4, 5, seed: 10);
        foreach (string key in Card.Aliases.Prepend(Card.Key))
        {
            IClassLoss loss = ClassProbe.Create(arguments.Length == 0 ? key : $"{key}:{arguments}");
            Assert.Same(Card, loss.Card);
            Assert.Equal(Traits with { Kinks = [] }, loss.Traits with { Kinks = [] });
            Totals found = loss.Evaluate(
                new ClassBatch<double> { Scores = trial.Scores, Classes = 5, Targets = trial.Targets });
            Assert.Equal(trial.Totals(Subject), found);
            Assert.Equal(TLoss.At(Subject, Axis[0]), loss.At(Axis[0]));
            Assert.Same(Card, LossCatalogue.Create(loss.Name).Card);
        }
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_by_name()
    {
        LossEntry entry = LossCatalogue.Find(Card.Key);
        for (int k = 0; k < Card.Parameters.Count; k++)
        {
            ParameterCard parameter = Card.Parameters[k];
            Assert.True(parameter.Range.Contains(parameter.Default));
            double[] ends = [double.NaN, double.PositiveInfinity, parameter.Range.Low - 1, parameter.Range.High + 1];
            foreach (double wrong in ends.Where(x => !parameter.Range.Contains(x)))
            {
                double[] values = [.. Parameters];
                values[k] = wrong;
                ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => entry.Create(values));
                Assert.Equal(parameter.Name, refusal.ParamName);
            }
        }
    }

    [Fact]
    public void Card_is_complete()
    {
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", Card.Key);
        Assert.All(Card.Aliases, alias => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", alias));
        Assert.EndsWith(".", Card.Use, StringComparison.Ordinal);
        Assert.Matches("(1[6-9]|20)[0-9][0-9]", Card.Reference);
        Assert.False(string.IsNullOrWhiteSpace(Card.Names.Chinese));
        Assert.Equal(Parameters.Count, Card.Parameters.Count);
        Assert.All(Card.Parameters, p => Assert.False(string.IsNullOrWhiteSpace(p.Meaning)));
        Assert.NotEqual("", LossCatalogue.Find(Card.Key).Formula);
    }

    private double Risk(double[] scores, double[] probabilities)
    {
        double risk = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            risk += probabilities[k] * Subject.Sum(scores, scores.Length, [k]);
        }

        return risk;
    }

    /// <summary>The gradient of the expected loss.</summary>
    private double[] Pull(double[] scores, double[] probabilities)
    {
        double[] pull = new double[scores.Length], gradient = new double[scores.Length];
        for (int k = 0; k < scores.Length; k++)
        {
            Subject.Sum(scores, scores.Length, [k], gradient);
            for (int j = 0; j < pull.Length; j++)
            {
                pull[j] += probabilities[k] * gradient[j];
            }
        }

        return pull;
    }
}
