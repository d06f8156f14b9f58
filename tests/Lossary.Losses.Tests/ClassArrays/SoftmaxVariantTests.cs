namespace Lossary.Losses.Tests;

public sealed class LogPartitionPenaltyLossTests() : ArrayLaws<LogPartitionPenaltyLoss>(0.1)
{
    [Fact]
    public void Logarithm_of_the_denominator_costs_its_square()
    {
        double log = Math.Log(4);
        Assert.Equal(log + (0.1 * log * log), Subject.Evaluate(RowInputs.Of([0, Math.Log(3)], 0)).Mean, 1e-15);
    }
}

public sealed class SoftCappedLossTests() : ArrayLaws<SoftCappedLoss>(2)
{
    [Fact]
    public void No_score_exceeds_the_cap() =>
        Assert.Equal(Math.Log(1 + Math.Exp(4)), Subject.Evaluate(RowInputs.Of([1e9, -1e9], 1)).Mean, 1e-14);
}

public sealed class TemperatureLossTests() : ArrayLaws<TemperatureLoss>(0.5)
{
    [Fact]
    public void Scores_are_divided_by_the_temperature() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-2)), Subject.Evaluate(RowInputs.Of([1.0, 0], 0)).Mean, 1e-15);
}

public sealed class SphericalLossTests() : ArrayLaws<SphericalLoss>
{
    [Fact]
    public void Loss_is_one_minus_the_cosine_to_the_label() =>
        Assert.Equal(1 - (1 / Math.Sqrt(10)), Subject.Evaluate(RowInputs.Of([0, Math.Log(3)], 0)).Mean, 1e-15);

    [Fact]
    public void True_probabilities_have_no_pull()
    {
        double[] pull = new double[3], truth = [0.5, 0.3, 0.2];
        for (int label = 0; label < 3; label++)
        {
            LossInputs<double> inputs = RowInputs.Of([.. truth.Select(p => Math.Log(p))], label);
            Subject.Evaluate(inputs);
            for (int k = 0; k < 3; k++)
            {
                pull[k] += truth[label] * inputs["score"].Gradient[k];
            }
        }

        Assert.All(pull, slope => Assert.Equal(0, slope, 1e-15));
    }
}

public sealed class SparsemaxLossTests() : ArrayLaws<SparsemaxLoss>
{
    [Fact]
    public void Two_classes_have_the_quadratic_of_the_difference()
    {
        // With two classes it is (1 − d)²/4 of the difference d, for |d| ≤ 1; 0 beyond, −d below.
        Assert.Equal(0.09, Subject.Evaluate(RowInputs.Of([1.4, 1.0], 0)).Mean, 1e-15);
        Assert.Equal(0, Subject.Evaluate(RowInputs.Of([3, 1.5], 0)).Mean);
        Assert.Equal(2.5, Subject.Evaluate(RowInputs.Of([0, 2.5], 0)).Mean, 1e-15);
    }
}

public sealed class EntmaxLossTests() : ArrayLaws<EntmaxLoss>(1.5)
{
    [Fact]
    public void At_2_it_is_sparsemax()
    {
        double[] scores = [0.3, -0.2, 0.9, -3];
        LossInputs<double> sparse = RowInputs.Of(scores, 1), entmax = RowInputs.Of(scores, 1);
        Assert.Equal(default(SparsemaxLoss).Evaluate(sparse).Mean, new EntmaxLoss(2).Evaluate(entmax).Mean, 1e-14);
        ClassOutcome.Close(sparse["score"].Gradient.ToArray(), entmax["score"].Gradient.ToArray(), 1e-13, 1e-15);
    }

    [Fact]
    public void Near_1_it_is_cross_entropy() => Assert.Equal(
        new CrossEntropyLoss().Sum([0.3, -0.2, 0.9], 3, [1]),
        new EntmaxLoss(1.001).Evaluate(RowInputs.Of([0.3, -0.2, 0.9], 1)).Mean,
        2e-3);
}

public sealed class OrdinalLogLossTests() : ArrayLaws<OrdinalLogLoss>(2)
{
    [Fact]
    public void Far_classes_cost_by_the_power_of_their_distance()
    {
        // Probabilities ¼, ½, ¼ and the first class as target: −ln ½ − 4 ln ¾.
        double expected = Math.Log(2) - (4 * Math.Log(0.75));
        Assert.Equal(expected, Subject.Evaluate(RowInputs.Of([0, Math.Log(2), 0], 0)).Mean, 1e-14);
    }

    [Fact]
    public void Sure_mistake_costs_what_it_lacks_to_certainty() =>
        Assert.Equal(60 + Math.Exp(-60), Subject.Evaluate(RowInputs.Of([0, 60.0], 0)).Mean, 1e-12);
}

public sealed class SoftOrdinalLossTests() : ArrayLaws<SoftOrdinalLoss>(1.3, 2)
{
    [Fact]
    public void Even_probabilities_cost_the_logarithm_of_their_number() =>
        Assert.Equal(Math.Log(3), Subject.Evaluate(RowInputs.Of([5, 5, 5], 2)).Mean, 1e-14);

    [Fact]
    public void Gradient_is_what_the_labels_lack()
    {
        LossInputs<double> inputs = RowInputs.Of([0, 0, 0], 0);
        new SoftOrdinalLoss(Math.Log(2), 1).Evaluate(inputs);

        // Labels 1, ½, ¼ over 7/4: 4/7, 2/7, 1/7.
        double third = 1.0 / 3;
        ClassOutcome.Close(
            [third - (4.0 / 7), third - (2.0 / 7), third - (1.0 / 7)], inputs["score"].Gradient.ToArray(), 1e-14, 1e-16);
    }
}
