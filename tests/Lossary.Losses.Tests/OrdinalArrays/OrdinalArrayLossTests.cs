using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CoralLossTests() : ArrayLaws<CoralLoss>
{
    [Fact]
    public void Two_classes_cost_the_binary_cross_entropy()
    {
        Assert.Equal(Math.Log(1 + Math.Exp(0.8)), default(CoralLoss).Evaluate(Levels.Logits([0.8], 0)).Mean, 14);
        Assert.Equal(Math.Log(1 + Math.Exp(-0.8)), default(CoralLoss).Evaluate(Levels.Logits([0.8], 1)).Mean, 14);
    }
}

public sealed class CornLossTests() : ArrayLaws<CornLoss>
{
    [Fact]
    public void Each_row_costs_minus_the_logarithm_of_its_class()
    {
        double[] logits = [0.8, -0.4];
        double first = 1 / (1 + Math.Exp(-0.8)), second = 1 / (1 + Math.Exp(0.4));
        Assert.Equal(-Math.Log(1 - first), default(CornLoss).Evaluate(Levels.Logits(logits, 0)).Mean, 14);
        Assert.Equal(-Math.Log(first * (1 - second)), default(CornLoss).Evaluate(Levels.Logits(logits, 1)).Mean, 14);
        Assert.Equal(-Math.Log(first * second), default(CornLoss).Evaluate(Levels.Logits(logits, 2)).Mean, 14);
    }

    [Fact]
    public void Rows_weigh_alike_however_many_questions_they_are_asked()
    {
        // coral-pytorch divides by all conditional examples, 3 here.
        LossInputs<double> inputs = new()
        {
            ["logit"] = Tensor<double>.Variable(new Shape(2, 2), [0.0, 0.0, 0.0, 0.0]),
            ["level"] = new(new Shape(2), new double[] { 0, 2 }),
        };
        Assert.Equal(1.5 * Math.Log(2), default(CornLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class CumulativeLogitLossTests() : ArrayLaws<CumulativeLogitLoss>
{
    [Fact]
    public void Classes_are_intervals_of_the_logistic_distribution()
    {
        // Thresholds −1 and −1 + softplus(0).
        double upper = -1 + Math.Log(2);
        double low = 1 / (1 + Math.Exp(1 + 0.5)), high = 1 / (1 + Math.Exp(-(upper - 0.5)));
        Assert.Equal(-Math.Log(low), Levels.Value(default(CumulativeLogitLoss), 0.5, [-1.0, 0.0], 0), 14);
        Assert.Equal(-Math.Log(high - low), Levels.Value(default(CumulativeLogitLoss), 0.5, [-1.0, 0.0], 1), 13);
        Assert.Equal(-Math.Log(1 - high), Levels.Value(default(CumulativeLogitLoss), 0.5, [-1.0, 0.0], 2), 13);
    }

    [Fact]
    public void Two_classes_cost_the_binary_cross_entropy() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-0.8)), Levels.Value(default(CumulativeLogitLoss), 1.1, [0.3], 1), 14);

    [Fact]
    public void A_class_far_from_the_score_does_not_underflow() =>
        Assert.Equal(1000, Levels.Value(default(CumulativeLogitLoss), 1000, [0.0, 50.0], 0), 9);
}

public sealed class CumulativeProbitLossTests() : ArrayLaws<CumulativeProbitLoss>
{
    [Fact]
    public void One_deviation_to_either_side_holds_68_percent()
    {
        // Thresholds −1 and −1 + softplus(ln(e² − 1)) = 1.
        double step = Math.Log(Math.Exp(2) - 1);
        Assert.Equal(-Math.Log(0.6826894921370859), Levels.Value(default(CumulativeProbitLoss), 0, [-1.0, step], 1), 13);
    }
}

public sealed class CumulativeComplementaryLogLogLossTests() : ArrayLaws<CumulativeComplementaryLogLogLoss>
{
    [Fact]
    public void The_lowest_class_costs_a_hazard_that_struck()
    {
        double hazard = Math.Exp(0.2 - 0.7);
        Assert.Equal(-Math.Log(1 - Math.Exp(-hazard)), Levels.Value(default(CumulativeComplementaryLogLogLoss), 0.7, [0.2, 1], 0), 14);
    }
}

public sealed class AllThresholdLossTests() : ArrayLaws<AllThresholdLoss>
{
    [Fact]
    public void It_is_CORAL_of_the_distances_to_the_thresholds()
    {
        double second = -1 + Math.Log(2);
        double coral = default(CoralLoss).Evaluate(Levels.Logits([0.4 + 1, 0.4 - second], 1)).Mean;
        Assert.Equal(coral, Levels.Value(default(AllThresholdLoss), 0.4, [-1.0, 0], 1), 14);
    }
}

public sealed class ImmediateThresholdLossTests() : ArrayLaws<ImmediateThresholdLoss>
{
    [Fact]
    public void Only_the_threshold_above_the_lowest_class_counts_for_it() =>
        Assert.Equal(Math.Log(1 + Math.Exp(1.4)), Levels.Value(default(ImmediateThresholdLoss), 0.4, [-1.0, 0, 2], 0), 14);
}

public sealed class QuadraticWeightedKappaLossTests() : ArrayLaws<QuadraticWeightedKappaLoss>
{
    [Fact]
    public void Agreement_of_chance_costs_1_and_perfect_agreement_nothing()
    {
        LossInputs<double> inputs = new()
        {
            ["logit"] = Tensor<double>.Variable(new Shape(2, 2), [0.0, 0.0, 0.0, 0.0]),
            ["label"] = new(new Shape(2), new double[] { 0, 1 }),
        };
        Assert.Equal(1, default(QuadraticWeightedKappaLoss).Evaluate(inputs).Mean, 14);
        inputs["logit"] = Tensor<double>.Variable(new Shape(2, 2), [100.0, 0.0, 0.0, 100.0]);
        Assert.Equal(0, default(QuadraticWeightedKappaLoss).Evaluate(inputs).Mean, 14);
    }
}

public sealed class SquaredEarthMoverLossTests() : ArrayLaws<SquaredEarthMoverLoss>
{
    [Fact]
    public void Certainty_two_classes_away_costs_2()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 3), [1.0, 0.0, 0.0]),
            ["target"] = Tensor<double>.Variable(new Shape(1, 3), [0.0, 0.0, 1.0]),
        };
        Assert.Equal(2, default(SquaredEarthMoverLoss).Evaluate(inputs).Mean, 14);
    }
}
